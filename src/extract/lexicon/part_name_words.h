// Words of class, id, itemprop and role values, by the class of names that they
// belong to; a word may belong to several. Collected from the conventions of
// content management systems, from schema.org, and from the names that at least
// fourteen unrelated sites share. No host's own names.
#pragma once

#include <array>
#include <string_view>

#include "part_names.h"

namespace newsmill::extract::lexicon {

struct NameWords {
  NameClass name;
  std::string_view words;  // in lower case; two words are written as one
};

inline constexpr auto kNameWords = std::to_array<NameWords>({
    {NameClass::kBody,
     "articlebody articlebodycontent articlecontent articlecopy "
     "articlemain articleparagraphs articlesection articletext articlewrap "
     "articulobody artikelbody artikelinhalt artikeltext available "
     "blogbody blogcontent bodyarea bodycontent bodycopy bodymarkup "
     "bodytext bodytxt brodtext broedtekst contenidonoticia contentbody "
     "contentmain contenttext contenuarticle corpo corpoarticolo cuerpo "
     "cuerpoarticulo cuerponoticia detailbody detailcontent detailtext "
     "entry entrybody entrycontent entrytext fliesstext fulltext gutenberg "
     "liveblogbody mainarticle maincontent maintext markdown markup "
     "newsbody newscontent newstext notacuerpo pagecontent postarticle "
     "postbody postcontent posttext prose readcontent richcontent richtext "
     "rte singlecontent storybody storycontent storycopy storytext testo "
     "testoarticolo textbody textcontent textearticle textearticolo "
     "textkorper userhtml wysiwyg"},
    {NameClass::kArticle,
     "article articles articolo articulo artigo artikel blog blogpost "
     "entry guide haber haberdetay hentry materia news newsarticle node "
     "nota noticia noticias pagearticle permalink post posts press "
     "publication recipe review single singlepost stories story type"},
    {NameClass::kContent,
     "body center contenido content contents contenu conteudo copy inhalt "
     "inner main mainarea maincol maincolumn middle page primary text"},
    {NameClass::kTitle,
     "articletitle entrytitle eyebrow h header heading headline headlines "
     "headlinetext hed kicker maintitle overline pagetitle posttitle "
     "rubric rubrik titel title titolo titre titulo ueberschrift"},
    {NameClass::kStandfirst,
     "abstract abstracttext anons articleintro articlelead articlesummary "
     "bajada chapeau chapo copete deck dek desc description entradilla "
     "excerpt ingress intro introduction lead leadtext lede manchet "
     "occhiello perex preamble sottotitolo standfirst strapline subhead "
     "subheader subheadline subline subtitle subtitulo sumario summary "
     "summarytext synopsis tagline teasertext vorspann"},
    {NameClass::kByline,
     "articleinfo articlemeta attribution auteur author authorname authors "
     "autor autore byline bylines contributor credits date dateline dates "
     "datetime duration entrydate entrymeta firma info journalist location "
     "meta metadata minutes modified postdate posted postinfo postmeta "
     "pubdate publish published publisher reading readingtime readtime "
     "reporter time timestamp updated vcard writer"},
    {NameClass::kBio,
     "aboutauthor aboutauthors aboutthe abouttheauthor articleauthor "
     "authorabout authorbio authorblock authorbox authorcard "
     "authordescription authordetails authorfooter authorinfo "
     "authorprofile authorsbio authorsection autorbox avatar bio biography "
     "contributorbio guestauthor postauthor profile writerbio"},
    {NameClass::kCaption,
     "bildtext bildunterschrift caption captions captiontext "
     "copyrightcaption credit didascalia figcaption imagecaption "
     "imagecopyright imagecredit imagesource imgcaption legend legende "
     "mediacaption photocaption photocredit photographer pie piedefoto "
     "piefoto wpcaption"},
    {NameClass::kFigure,
     "audio bild bilder carousel chart chartwrapper datawrapper embed "
     "embedded facebook featured featuredimage figure foto fotos "
     "fotostrecke galeria galleries gallery graphic hero iframe image "
     "images img infographic instagram interactive jwplayer lightbox map "
     "media mediaelement photo photos picture pictures player podcast "
     "poster slick slider slideshow swiper thumb thumbnail tweet twitter "
     "video videos youtube"},
    {NameClass::kShare,
     "addthis addtoany bookmark compartir condividi copylink email "
     "flipboard follow followus linkedin partager pinterest print reddit "
     "save share sharebar sharebuttons sharedaddy sharelinks shares "
     "sharethis sharing social socialbar socialicons sociallinks "
     "socialmedia socials socialshare teilen telegram tumblr whatsapp"},
    {NameClass::kRelated,
     "alsoread associes aussi backlinks continuereading correlati "
     "crosslink dontmiss editorspick externallinks furtherreading "
     "inlinelink internallinks jpr jprelatedposts laesogsaa latest "
     "latestnews leesook linked lire lireaussi mgid mightlike more "
     "morearticles morefrom morenews morestories mostpopular mostread next "
     "nextpost onward outbrain outbrainwidget picks popular prev previous "
     "readalso readmore readnext recent recentposts recirc recirculation "
     "recommend recommendation recommendations recommended relacionada "
     "relacionadas relacionados related relatedarticles relatedcontent "
     "relateditems relatedlinks relatednews relatedposts relatedstories "
     "revcontent seealso siblings similar stories suggested suggestion "
     "suggestions taboola top toppicks trending upnext verwandt verwandte "
     "weitere weiterlesen yarpp youmaylike zergnet"},
    {NameClass::kTeaser,
     "announcement archive articlelist banner blocklist breaking "
     "calltoaction card cards carouselitem cluster collection cta ctabox "
     "feed feedcard grid headlinelist item items list listing listitem "
     "loop mini minicard newslist postlist promo promos promoted promotion "
     "river storylist summaryitem teaser teasers thumbnails ticker tile "
     "tiles topstories"},
    {NameClass::kComment,
     "comentarios comment commentaires commentbody commenti commenting "
     "commentlist comments commenttext conversation coral discussion "
     "discussions disqus fbcomments feedback forum kommentar kommentare "
     "livefyre openweb reader readercomments replies reply respond review "
     "reviews spotim talk thread usercomments viafoura"},
    {NameClass::kNewsletter,
     "appeal contribute convertkit donate donation donationbox "
     "emailcapture emailsignup inlinenewsletter klaviyo leadform "
     "leadmagnet mailchimp mailinglist membership newsletter newsletters "
     "optin register registration signup subscribe subscribebox "
     "subscribeform subscription subscriptions support supportus"},
    {NameClass::kAd,
     "ad adbox adcontainer adhesion adlabel adplaceholder ads adsbygoogle "
     "adsense adslot adunit adv advert advertisement advertising "
     "advertisment adverts adwrapper affiliate anzeige billboard "
     "commercial dfp gpt interstitial leaderboard mpu native outstream "
     "partner partners promotedcontent pub publicidad publicite reklam "
     "reklama skyscraper sponsor sponsored sponsors sponsorship teads "
     "werbung"},
    {NameClass::kNav,
     "breadcrumb breadcrumbs burger crumb crumbs dropdown goto hamburger "
     "jump languageswitcher mainnav megamenu menu menuitem menus nav "
     "navbar navigation navigationlinks navlink navlinks pagenav pager "
     "pagination paging postnavigation quicklinks search searchform "
     "sidenav sitemap skip skiplink submenu subnav tab tablist tabpanel "
     "tabs toolbar topbar topnav"},
    {NameClass::kHeader,
     "articleheader banner brand branding contentinfo entryheader head "
     "header hero logo masthead pageheader postheader siteheader "
     "storyheader titlebar topheader"},
    {NameClass::kFooter,
     "afterarticle aftercontent afterentry afterpost articlebottom "
     "articlefooter bottom bottombar colophon contentfooter endofarticle "
     "entryfooter foot footer footerwrap footnotesfooter pagefooter pie "
     "postbottom postfooter rodape sitefooter"},
    {NameClass::kSidebar,
     "aside colright columnright complementary left leftcol leftrail "
     "margin marginalia rail right rightcol rightcolumn rightrail "
     "secondary side sidebar sidebox sidecol sidecolumn sidecontent "
     "sidepanel siderail sticky tertiary textwidget widget widgetarea "
     "widgets"},
    {NameClass::kTags,
     "articletags badge cat categories category catlinks chip chips "
     "entrytags etiquetas filed filedunder hashtags keyword keywords label "
     "labels mottags posttags tag tagcloud tagged taglinks taglist tags "
     "tagsection taxonomy temas terms topic topics"},
    {NameClass::kLegal,
     "affiliatedisclosure ccpa cmp consent cookie cookies copyright didomi "
     "disclaimer disclaimers disclosure gdpr impressum imprint legal "
     "licence license notices onetrust optanon policy privacy republish "
     "rights terms"},
    {NameClass::kPaywall,
     "barrier gate gated limitaccess lock locked loginwall meter metered "
     "offer offers paid paidcontent paygate paywall piano plus premium "
     "registerwall regwall subscriberonly tppiano unlock"},
    {NameClass::kQuote,
     "blockquote bq cita citation citazione highlight pull pullquote "
     "pullquotes quotation quote quotes testimonial testimonials zitat"},
    {NameClass::kContents,
     "anchorlinks contentstable eztoc indice inhaltsverzeichnis inpagenav "
     "inthisarticle jumplinks lwptoc onthispage sommaire tableofcontent "
     "tableofcontents toc tocbox tocify tocwrap"},
    {NameClass::kNote,
     "acknowledgements bibliography clarification correction corrections "
     "correctiontext disclaimernote editorial editornote editorsnote "
     "endnote endnotes footnote footnotes methodology note notes reference "
     "references reflist signoff source sources tagline trailer"},
    {NameClass::kHidden,
     "a11y accessibility assistive collapsed hid hidden hide hideme "
     "invisible none noprint offscreen onlyprint printfriendly printonly "
     "screenreader screenreadertext sronly srtext visually visuallyhidden"},
    {NameClass::kOverlay,
     "alert dialog drawer exit flyout interstitial lightbox modal "
     "notification offcanvas overlay pop popover popup popupbox snackbar "
     "toast tooltip"},
    {NameClass::kBox,
     "accordion aparte box bullets callout cons definition encadre "
     "explainer fact factbox facts faq faqs glossary highlightbox "
     "highlights infobox infokasten insert inset kasten keypoints "
     "keytakeaways panel pros proscons quickfacts recuadro sidebox "
     "summarybox takeaways tip tips tldr verdict"},
    {NameClass::kCommerce,
     "amazon buy buybutton cart checkout coupon deal deals merchant "
     "offerbox price prices pricing product products rating ratings "
     "retailer score shop shopping stars store woocommerce"},
    {NameClass::kForm,
     "btn button buttons calculator captcha cf contact contactform field "
     "fields form forms gform input login password poll quiz signin submit "
     "survey textarea vote wpcf"},
    {NameClass::kLive,
     "directo endirect live liveblog liveentry livefeed livepost "
     "liveticker liveupdates minutebyminute"},
    {NameClass::kParagraph,
     "absatz articlep articleparagraph blocktext bodyparagraph para "
     "paragraph paragraphs paragraphtext parrafo storyparagraph textblock "
     "textparagraph"},
    {NameClass::kSubheading,
     "blockheading crosshead crossheading intertitle intertitre "
     "intertitulo ladillo sectionheading sectiontitle subhead subheading "
     "subheadings wpblockheading zwischentitel zwischenueberschrift"},
});

}  // namespace newsmill::extract::lexicon
