// Words in the names of elements, and the parts of a page that each word
// indicates. part_names.h searches for these words in class, id, itemprop and
// role attributes. The words come from the conventions of content management
// systems, from schema.org, and from names that at least fourteen unrelated
// sites use. No word comes from a single host.
#pragma once

#include <array>
#include <string_view>

#include "page_parts.h"

namespace newsmill::extract::lexicon {

struct PartNameWords {
  PartSet parts;
  std::string_view words;  // in lower case; "article-body" is "articlebody"
};

inline constexpr auto kPartNameWords = std::to_array<PartNameWords>({
    {SetOf(Part::kBody),
     "articlebody articlebodycontent articlecontent articlecopy "
     "articlemain articleparagraphs articlesection articletext articlewrap "
     "articulobody artikelbody artikelinhalt artikeltext available "
     "blogbody blogcontent bodyarea bodycontent bodycopy bodymarkup "
     "bodytext bodytxt brodtext broedtekst contenidonoticia contentbody "
     "contentmain contenttext contenuarticle corpo corpoarticolo cuerpo "
     "cuerpoarticulo cuerponoticia detailbody detailcontent detailtext "
     "entrybody entrycontent entrytext fliesstext fulltext gutenberg "
     "liveblogbody mainarticle maincontent maintext markdown markup "
     "newsbody newscontent newstext notacuerpo pagecontent postarticle "
     "postbody postcontent posttext prose readcontent richcontent richtext "
     "rte singlecontent storybody storycontent storycopy storytext testo "
     "testoarticolo textbody textcontent textearticle textearticolo "
     "textkorper userhtml wysiwyg"},
    {SetOf(Part::kBody, Part::kArticle), "entry"},
    {SetOf(Part::kArticle),
     "article articles articolo articulo artigo artikel blog blogpost "
     "guide haber haberdetay hentry materia news newsarticle node nota "
     "noticia noticias pagearticle permalink post posts press recipe "
     "single singlepost story type"},
    {SetOf(Part::kArticle, Part::kRelated), "stories"},
    {SetOf(Part::kArticle, Part::kComment), "review"},
    {SetOf(Part::kArticle, Part::kPublished), "publication"},
    {SetOf(Part::kContent),
     "body center contenido content contents contenu conteudo copy inhalt "
     "inner main mainarea maincol maincolumn middle page primary text"},
    {SetOf(Part::kTitle),
     "h headlines headlinetext hed maintitle pagetitle titolo ueberschrift"},
    {SetOf(Part::kTitle, Part::kHeader), "header"},
    {SetOf(Part::kTitle, Part::kSection),
     "eyebrow kicker overline rubric rubrik"},
    {SetOf(Part::kTitle, Part::kHeadline),
     "articletitle entrytitle heading headline posttitle titel title titre "
     "titulo"},
    {SetOf(Part::kStandfirst),
     "abstract abstracttext anons articleintro articlelead articlesummary "
     "copete desc description entradilla excerpt leadtext manchet "
     "occhiello perex preamble strapline subheader subline sumario "
     "summarytext synopsis vorspann"},
    {SetOf(Part::kStandfirst, Part::kNote), "tagline"},
    {SetOf(Part::kStandfirst, Part::kSubheading, Part::kSubtitle), "subhead"},
    {SetOf(Part::kStandfirst, Part::kSubtitle),
     "bajada chapeau chapo deck dek ingress intro introduction lead lede "
     "sottotitolo standfirst subheadline subtitle subtitulo summary "
     "teasertext"},
    {SetOf(Part::kByline),
     "articleinfo articlemeta attribution credits duration entrymeta firma "
     "info location meta metadata minutes postinfo postmeta publisher "
     "reading readingtime readtime vcard"},
    {SetOf(Part::kByline, Part::kDate),
     "date dateline dates datetime entrydate postdate time timestamp"},
    {SetOf(Part::kByline, Part::kDate, Part::kPublished), "pubdate"},
    {SetOf(Part::kByline, Part::kPublished), "posted publish published"},
    {SetOf(Part::kByline, Part::kModified), "modified updated"},
    {SetOf(Part::kByline, Part::kAuthor),
     "auteur author authorname authors autor autore byline bylines "
     "contributor journalist reporter writer"},
    {SetOf(Part::kBio),
     "aboutauthor aboutauthors aboutthe abouttheauthor authorabout "
     "authorbio authorblock authorcard authordescription authordetails "
     "authorfooter authorprofile authorsbio authorsection autorbox avatar "
     "bio biography contributorbio guestauthor profile writerbio"},
    {SetOf(Part::kBio, Part::kAuthor),
     "articleauthor authorbox authorinfo postauthor"},
    {SetOf(Part::kCaption),
     "bildtext bildunterschrift caption captions captiontext "
     "copyrightcaption credit didascalia figcaption imagecaption "
     "imagecopyright imagecredit imagesource imgcaption legend legende "
     "mediacaption photocaption photocredit photographer piedefoto piefoto "
     "wpcaption"},
    {SetOf(Part::kCaption, Part::kFooter), "pie"},
    {SetOf(Part::kFigure),
     "audio bild bilder carousel chart chartwrapper datawrapper embed "
     "embedded facebook featured featuredimage figure foto fotos "
     "fotostrecke galeria galleries gallery graphic iframe image images "
     "img infographic instagram interactive jwplayer map media "
     "mediaelement photo photos picture pictures player podcast poster "
     "slick slider slideshow swiper thumb thumbnail tweet twitter video "
     "videos youtube"},
    {SetOf(Part::kFigure, Part::kHeader), "hero"},
    {SetOf(Part::kFigure, Part::kOverlay), "lightbox"},
    {SetOf(Part::kShare),
     "addthis addtoany bookmark compartir condividi copylink email "
     "flipboard follow followus linkedin partager pinterest print reddit "
     "save share sharebar sharebuttons sharedaddy sharelinks shares "
     "sharethis sharing social socialbar socialicons sociallinks "
     "socialmedia socials socialshare teilen telegram tumblr whatsapp"},
    {SetOf(Part::kRelated),
     "alsoread associes aussi backlinks continuereading correlati "
     "crosslink dontmiss editorspick externallinks furtherreading "
     "inlinelink internallinks jpr jprelatedposts laesogsaa latest "
     "latestnews leesook linked lire lireaussi mgid mightlike more "
     "morearticles morefrom morenews mostpopular next nextpost onward "
     "outbrainwidget picks prev previous readalso readnext recent "
     "recentposts relacionada relacionadas relacionados relatedarticles "
     "relatedcontent relateditems relatedlinks relatednews relatedposts "
     "relatedstories revcontent seealso siblings similar suggested "
     "suggestion suggestions top toppicks upnext verwandt verwandte "
     "weitere weiterlesen yarpp youmaylike zergnet"},
    {SetOf(Part::kRelated, Part::kSide),
     "morestories mostread outbrain popular readmore recirc recirculation "
     "recommend recommendation recommendations recommended related taboola "
     "trending"},
    {SetOf(Part::kTeaser),
     "announcement archive articlelist blocklist breaking calltoaction "
     "card cards carouselitem cluster collection cta ctabox feed feedcard "
     "grid headlinelist item items list listing listitem loop mini "
     "minicard newslist postlist promo promos promoted promotion river "
     "storylist summaryitem teaser teasers thumbnails ticker tile tiles "
     "topstories"},
    {SetOf(Part::kTeaser, Part::kHeader), "banner"},
    {SetOf(Part::kComment),
     "comentarios commentaires commentbody commenti commenting commenttext "
     "conversation coral discussion discussions disqus fbcomments feedback "
     "forum kommentar kommentare livefyre openweb reader readercomments "
     "replies reply respond reviews spotim talk thread usercomments "
     "viafoura"},
    {SetOf(Part::kComment, Part::kSide), "comment commentlist comments"},
    {SetOf(Part::kNewsletter),
     "appeal contribute convertkit donate donation donationbox "
     "emailcapture emailsignup inlinenewsletter klaviyo leadform "
     "leadmagnet mailchimp mailinglist membership newsletters optin "
     "register registration subscribe subscribebox subscribeform "
     "subscription subscriptions support supportus"},
    {SetOf(Part::kNewsletter, Part::kSide), "newsletter signup"},
    {SetOf(Part::kAd),
     "ad adbox adcontainer adhesion adlabel adplaceholder ads adsbygoogle "
     "adsense adslot adunit adv advert advertisement advertising "
     "advertisment adverts adwrapper affiliate anzeige billboard "
     "commercial dfp gpt leaderboard mpu native outstream partner partners "
     "promotedcontent pub publicidad publicite reklam reklama skyscraper "
     "sponsor sponsored sponsors sponsorship teads werbung"},
    {SetOf(Part::kAd, Part::kOverlay), "interstitial"},
    {SetOf(Part::kNav),
     "breadcrumb breadcrumbs burger crumb crumbs dropdown goto hamburger "
     "jump languageswitcher mainnav megamenu menuitem menus "
     "navigationlinks navlink navlinks pagenav pager pagination paging "
     "postnavigation quicklinks search searchform sidenav sitemap skip "
     "skiplink submenu subnav tab tablist tabpanel tabs toolbar topbar "
     "topnav"},
    {SetOf(Part::kNav, Part::kSide), "menu nav navbar navigation"},
    {SetOf(Part::kHeader),
     "articleheader brand branding contentinfo entryheader head logo "
     "masthead pageheader postheader siteheader storyheader titlebar "
     "topheader"},
    {SetOf(Part::kFooter),
     "afterarticle aftercontent afterentry afterpost articlebottom "
     "articlefooter bottom bottombar colophon contentfooter endofarticle "
     "entryfooter foot footerwrap footnotesfooter pagefooter postbottom "
     "postfooter rodape sitefooter"},
    {SetOf(Part::kFooter, Part::kSide), "footer"},
    {SetOf(Part::kSidebar),
     "aside colright columnright complementary left leftcol leftrail "
     "margin marginalia rail right rightcol rightcolumn rightrail "
     "secondary side sidecol sidecolumn sidecontent sidepanel siderail "
     "sticky tertiary textwidget widget widgetarea widgets"},
    {SetOf(Part::kSidebar, Part::kBox), "sidebox"},
    {SetOf(Part::kSidebar, Part::kSide), "sidebar"},
    {SetOf(Part::kTags),
     "articletags badge catlinks chip chips entrytags filed filedunder "
     "hashtags keyword label labels mottags posttags tagged taglinks "
     "tagsection taxonomy temas"},
    {SetOf(Part::kTags, Part::kLegal), "terms"},
    {SetOf(Part::kTags, Part::kTagList),
     "etiquetas keywords tag tagcloud taglist tags topic topics"},
    {SetOf(Part::kTags, Part::kSection), "cat categories category"},
    {SetOf(Part::kLegal),
     "affiliatedisclosure ccpa cmp cookies copyright didomi disclaimer "
     "disclaimers disclosure gdpr impressum imprint legal licence license "
     "notices onetrust optanon policy privacy republish rights"},
    {SetOf(Part::kLegal, Part::kSide), "consent cookie"},
    {SetOf(Part::kPaywall),
     "barrier gate gated limitaccess lock locked loginwall meter metered "
     "offer offers paid paidcontent paygate paywall piano plus premium "
     "registerwall regwall subscriberonly tppiano unlock"},
    {SetOf(Part::kQuote),
     "blockquote bq cita citation citazione highlight pull pullquote "
     "pullquotes quotation quote quotes testimonial testimonials zitat"},
    {SetOf(Part::kContents),
     "anchorlinks contentstable eztoc indice inhaltsverzeichnis inpagenav "
     "inthisarticle jumplinks lwptoc onthispage sommaire tableofcontent "
     "tableofcontents toc tocbox tocify tocwrap"},
    {SetOf(Part::kNote),
     "acknowledgements bibliography clarification correction corrections "
     "correctiontext disclaimernote editorial editornote editorsnote "
     "endnote endnotes footnote footnotes methodology note notes reference "
     "references reflist signoff source sources trailer"},
    {SetOf(Part::kHidden),
     "a11y accessibility assistive collapsed hid hidden hide hideme "
     "invisible none noprint offscreen onlyprint printfriendly printonly "
     "screenreader screenreadertext sronly srtext visually visuallyhidden"},
    {SetOf(Part::kOverlay),
     "alert dialog drawer exit flyout notification offcanvas overlay pop "
     "popover popupbox snackbar toast tooltip"},
    {SetOf(Part::kOverlay, Part::kSide), "modal popup"},
    {SetOf(Part::kBox),
     "accordion aparte box bullets callout cons definition encadre "
     "explainer fact factbox facts faq faqs glossary highlightbox "
     "highlights infobox infokasten insert inset kasten keypoints "
     "keytakeaways panel pros proscons quickfacts recuadro summarybox "
     "takeaways tip tips tldr verdict"},
    {SetOf(Part::kCommerce),
     "amazon buy buybutton cart checkout coupon deal deals merchant "
     "offerbox price prices pricing product products rating ratings "
     "retailer score shop shopping stars store woocommerce"},
    {SetOf(Part::kForm),
     "btn button buttons calculator captcha cf contact contactform field "
     "fields form forms gform input login password poll quiz signin submit "
     "survey textarea vote wpcf"},
    {SetOf(Part::kLive),
     "directo endirect live liveblog liveentry livefeed livepost "
     "liveticker liveupdates minutebyminute"},
    {SetOf(Part::kParagraph),
     "absatz articlep articleparagraph blocktext bodyparagraph para "
     "paragraph paragraphs paragraphtext parrafo storyparagraph textblock "
     "textparagraph"},
    {SetOf(Part::kSubheading),
     "blockheading crosshead crossheading intertitle intertitre "
     "intertitulo ladillo sectionheading sectiontitle subheadings "
     "wpblockheading zwischentitel zwischenueberschrift"},
    {SetOf(Part::kSubheading, Part::kSubtitle), "subheading"},
    {SetOf(Part::kDate),
     "articledate created dateandtime datebox datecreated datepub "
     "datestamp datum erstellt fecha newsdate pubtime storydate timeago "
     "times uhrzeit zeit"},
    {SetOf(Part::kDate, Part::kPublished), "postedon"},
    {SetOf(Part::kPublished),
     "datepublish datepublished erscheinungsdatum issued publicado "
     "publicationdate publie publishdate publisheddate veroeffentlicht"},
    {SetOf(Part::kModified),
     "actualizado aktualisiert datemodified lastmodified lastupdate "
     "lastupdated modifieddate update updatedate updateddate updatetime"},
    {SetOf(Part::kAuthor),
     "auteurs authored authorlink autoren autores autori autorin byauthor "
     "bylineauthor byname columnist contributors forfatter postedby "
     "redactor redakteur skribent submitted toimittaja verfasser writers "
     "writtenby"},
    {SetOf(Part::kTagList), "schlagworte"},
    {SetOf(Part::kSection), "channel dachzeile section topline vertical"},
    {SetOf(Part::kSubtitle), "untertitel"},
});

}  // namespace newsmill::extract::lexicon
