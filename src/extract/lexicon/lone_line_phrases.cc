#include "lone_line_phrases.h"

#include <array>
#include <string_view>
#include <vector>

#include "extract/text/sort_stably.h"
#include "feed_phrases.h"
#include "newsmill/base/ascii.h"

// clang-format off
namespace newsmill::extract::lexicon {
namespace {

// Each source line contains phrases of one or two languages, separated by "|".

constexpr std::string_view kAds =
    "advertisement|advertisements|advertisement feature|ad feedback|advertising|sponsored content|promoted content|paid content|"
    "story continues below|story continues below this ad|story continues after advertisement|story continues after this ad|story continues|"
    "article continues below|article continues below this ad|article continues after advertisement|article continues after this ad|"
    "continue reading below|continues below|content continues below|continue reading the main story|scroll to continue|"
    "scroll to continue with content|scroll to continue reading|scroll down to continue reading|keep scrolling to read more|"
    "text continues below|report continues below|this story continues below|this article continues below|continues after advertisement|"
    "anzeige|anzeigen|werbung|weiterlesen nach der anzeige|nach der anzeige weiterlesen|der artikel wird nach der anzeige fortgesetzt|"
    "der artikel geht nach der anzeige weiter|artikel geht nach der anzeige weiter|artikel wird unten fortgesetzt|der artikel geht weiter unten weiter|"
    "text geht unter der anzeige weiter|gesponserter inhalt|unterhalb weiterlesen|"
    "publicité|publicite|la suite après cette publicité|la suite après la publicité|l'article continue après la publicité|"
    "l'article continue après cette publicité|suite de l'article après la publicité|suite de l'article ci-dessous|la suite ci-dessous|"
    "l'article se poursuit ci-dessous|lire la suite ci-dessous|contenu sponsorisé|annonce publicitaire|"
    "publicidad|anuncio|anuncios|continúa después de la publicidad|continúa tras la publicidad|la noticia continúa después de la publicidad|"
    "la nota continúa después de la publicidad|el artículo continúa después de la publicidad|el artículo continúa debajo|"
    "el artículo continúa a continuación|la historia continúa debajo|la nota continúa debajo|sigue leyendo debajo|sigue leyendo abajo|"
    "la nota continúa abajo|continúa debajo|continúa abajo|contenido patrocinado|publicitat|continua després de la publicitat|"
    "publicidade|anúncio|anúncios|continua após a publicidade|continua depois da publicidade|continua depois do anúncio|"
    "a matéria continua após a publicidade|o artigo continua após a publicidade|a notícia continua após a publicidade|o texto continua após a publicidade|"
    "o artigo continua abaixo|a notícia continua abaixo|continua abaixo|continue lendo abaixo|conteúdo patrocinado|"
    "pubblicità|pubblicita|annuncio pubblicitario|messaggio pubblicitario|l'articolo continua dopo la pubblicità|continua dopo la pubblicità|"
    "continua a leggere dopo la pubblicità|la notizia continua dopo la pubblicità|l'articolo prosegue dopo la pubblicità|l'articolo continua sotto|"
    "l'articolo continua qui sotto|continua sotto|continua a leggere sotto|contenuto sponsorizzato|"
    "advertentie|advertenties|artikel gaat verder onder de advertentie|het artikel gaat verder onder de advertentie|tekst gaat verder onder de advertentie|"
    "de tekst gaat verder onder de advertentie|tekst gaat door onder de advertentie|lees verder onder de advertentie|lees hieronder verder|"
    "artikel gaat hieronder verder|het artikel gaat hieronder verder|gesponsorde inhoud|advertensie|"
    "reklama|reklamy|dalsza część artykułu pod reklamą|dalsza część tekstu pod reklamą|ciąg dalszy pod reklamą|ciąg dalszy artykułu pod reklamą|"
    "dalszy ciąg artykułu pod reklamą|dalsza część pod reklamą|artykuł sponsorowany|materiał sponsorowany|ciąg dalszy poniżej|dalsza część artykułu poniżej|"
    "inzerce|inzercia|článek pokračuje pod reklamou|článek pokračuje pod inzercí|text pokračuje pod reklamou|pokračování článku pod reklamou|"
    "pokračování pod reklamou|článek pokračuje níže|pokračování níže|komerční sdělení|článok pokračuje pod reklamou|pokračovanie článku pod reklamou|článok pokračuje nižšie|"
    "реклама|на правах рекламы|продолжение после рекламы|статья продолжается после рекламы|продолжение статьи после рекламы|читайте продолжение после рекламы|"
    "продолжение ниже|продолжение статьи ниже|статья продолжается ниже|читайте продолжение ниже|материал продолжается после рекламы|"
    "на правах реклами|продовження після реклами|стаття продовжується після реклами|продовження статті після реклами|продовження нижче|стаття продовжується нижче|"
    "статията продължава след рекламата|продължава след рекламата|статията продължава по-долу|реклами|текст се наставља испод огласа|наставак текста испод огласа|оглас|"
    "oglas|oglasi|nastavak teksta ispod oglasa|tekst se nastavlja ispod oglasa|članak se nastavlja ispod oglasa|nastavak ispod oglasa|članek se nadaljuje pod oglasom|nadaljevanje pod oglasom|"
    "annons|annonser|reklam|artikeln fortsätter under annonsen|artikeln fortsätter efter annonsen|texten fortsätter under annonsen|fortsätt läsa under annonsen|"
    "läs vidare under annonsen|artikeln fortsätter nedan|fortsätter nedan|sponsrat innehåll|"
    "annonce|annoncer|reklame|artiklen fortsætter efter annoncen|artiklen fortsætter under annoncen|fortsætter efter annoncen|fortsætter under annoncen|"
    "artiklen fortsætter nedenfor|fortsæt læsning nedenfor|sponsoreret indhold|"
    "annonse|annonser|annonsørinnhold|artikkelen fortsetter under annonsen|artikkelen fortsetter etter annonsen|saken fortsetter under annonsen|"
    "saken fortsetter etter annonsen|teksten fortsetter under annonsen|artikkelen fortsetter nedenfor|saken fortsetter nedenfor|sponset innhold|"
    "mainos|mainokset|juttu jatkuu mainoksen jälkeen|juttu jatkuu mainoksen alla|artikkeli jatkuu mainoksen jälkeen|artikkeli jatkuu mainoksen alla|"
    "teksti jatkuu mainoksen jälkeen|jatkuu mainoksen jälkeen|juttu jatkuu alla|artikkeli jatkuu alla|kaupallinen yhteistyö|reklaam|artikkel jätkub pärast reklaami|"
    "reklāma|raksts turpinās pēc reklāmas|reklaminis skelbimas|straipsnis tęsiamas po reklamos|auglýsing|"
    "reklamlar|ilan|haberin devamı aşağıda|haberin devami aşağida|haberin devamı reklamdan sonra|haber reklamdan sonra devam ediyor|yazının devamı aşağıda|"
    "yazı reklamdan sonra devam ediyor|makale reklamdan sonra devam ediyor|makale aşağıda devam ediyor|devamı aşağıda|reklamdan sonra devam ediyor|sponsorlu içerik|"
    "διαφήμιση|διαφημιση|διαφημίσεις|το άρθρο συνεχίζεται μετά τη διαφήμιση|το άρθρο συνεχίζεται μετά την διαφήμιση|το άρθρο συνεχίζεται κάτω από τη διαφήμιση|"
    "συνεχίζεται μετά τη διαφήμιση|η συνέχεια μετά τη διαφήμιση|το άρθρο συνεχίζεται παρακάτω|χορηγούμενο περιεχόμενο|"
    "publicitate|reclamă|reclama|articolul continuă după publicitate|articolul continuă după reclamă|articolul continuă mai jos|continuarea după publicitate|conținut sponsorizat|"
    "hirdetés|hirdetések|reklám|a cikk a hirdetés után folytatódik|a cikk folytatódik a hirdetés után|cikkünk a hirdetés után folytatódik|"
    "a cikk a hirdetés alatt folytatódik|folytatás a hirdetés után|a cikk lejjebb folytatódik|a cikk alább folytatódik|szponzorált tartalom|"
    "إعلان|اعلان|إعلانات|اعلانات|يستمر المقال بعد الإعلان|المقال يستمر بعد الإعلان|تابع القراءة بعد الإعلان|يتبع بعد الإعلان|المقال مستمر أدناه|تابع القراءة أدناه|محتوى إعلاني|"
    "آگهی|تبلیغات|تبلیغ|ادامه مطلب پس از تبلیغ|ادامه مطلب پس از آگهی|ادامه مطلب بعد از تبلیغ|ادامه مطلب بعد از تبلیغات|ادامه خبر پس از آگهی|ادامه مطلب در زیر|"
    "פרסומת|פרסומות|הכתבה ממשיכה אחרי הפרסומת|הכתבה ממשיכה לאחר הפרסומת|המשך הכתבה אחרי הפרסומת|המשך הכתבה בהמשך|"
    "विज्ञापन|लेख विज्ञापन के बाद जारी है|खबर विज्ञापन के बाद जारी है|विज्ञापन के बाद जारी है|विज्ञापन के बाद जारी|विज्ञापन के बाद पढ़ना जारी रखें|कहानी नीचे जारी है|खबर नीचे जारी है|जाहिरात|"
    "বিজ্ঞাপন|বিজ্ঞাপনের পর বাকি অংশ|বিজ্ঞাপনের পরে আরও পড়ুন|বিজ্ঞাপনের পর চলবে|খবরটি নিচে চলবে|নিবন্ধটি বিজ্ঞাপনের পরে চলবে|اشتہار|اشتہارات|விளம்பரம்|ప్రకటన|"
    "iklan|artikel berlanjut setelah iklan|berita berlanjut setelah iklan|lanjutkan membaca setelah iklan|artikel berlanjut di bawah|lanjut membaca di bawah|"
    "scroll untuk melanjutkan membaca|gulir untuk melanjutkan membaca|gulir untuk lanjut membaca|konten bersponsor|artikel bersambung di bawah|artikel diteruskan selepas iklan|"
    "quảng cáo|bài viết tiếp tục sau quảng cáo|nội dung tiếp tục sau quảng cáo|bài viết tiếp tục bên dưới|tiếp tục đọc bên dưới|nội dung được tài trợ|"
    "โฆษณา|อ่านต่อหลังโฆษณา|เนื้อหาต่อหลังโฆษณา|อ่านต่อด้านล่าง|tangazo|anunsyo|"
    "广告|廣告|广告后继续|文章在广告后继续|广告之后继续阅读|廣告後繼續閱讀|文章在廣告後繼續|文章未完|请继续往下阅读|請繼續往下閱讀|请往下继续阅读|請往下繼續閱讀|赞助内容|贊助內容|以下继续|"
    "広告|スポンサーリンク|記事は広告の後に続きます|広告の後に記事が続きます|広告の下に記事が続きます|記事は広告の下に続きます|記事は下に続きます|記事は以下に続きます|続きは広告の後|"
    "광고|기사는 광고 뒤에 계속됩니다|기사는 광고 후 계속됩니다|광고 뒤에 기사가 계속됩니다|광고 후 기사가 이어집니다|기사가 아래에 계속됩니다|기사는 아래에 계속됩니다";

// Notices that go on with a place: "below", "after the advertisement".
constexpr std::string_view kContinues =
    "article continues|this article continues|this story continues|post continues|content continues|report continues|text continues|continue reading|keep reading|continues|"
    "weiterlesen|der artikel geht weiter|artikel geht weiter|der text geht weiter|text geht weiter|la suite|l'article continue|suite de l'article|l'article se poursuit|"
    "sigue leyendo|continúa|continúe leyendo|la nota continúa|el artículo continúa|la noticia continúa|continua|continue lendo|a matéria continua|o artigo continua|a notícia continua|o texto continua|"
    "l'articolo continua|continua a leggere|l'articolo prosegue|il testo prosegue|lees verder|artikel gaat verder|het artikel gaat verder|tekst gaat verder|czytaj dalej|dalsza część|ciąg dalszy|dalszy ciąg|"
    "pokračování|článek pokračuje|text pokračuje|pokračovanie|článok pokračuje|продолжение|статья продолжается|материал продолжается|читайте продолжение|продовження|стаття продовжується|статията продължава|"
    "artikeln fortsätter|texten fortsätter|läs vidare|artiklen fortsætter|artikkelen fortsetter|saken fortsetter|teksten fortsetter|juttu jatkuu|artikkeli jatkuu|teksti jatkuu|jatkuu|haberin devamı|yazının devamı|devamı|το άρθρο συνεχίζεται|συνεχίζεται|"
    "la suite de l'article|continúa leyendo|artikel wird fortgesetzt|artikel wird nach der anzeige fortgesetzt|lesen sie weiter|lesen sie nach der anzeige weiter|tekst loopt door|scroll down for video|scroll down for more|articolul continuă|continuarea|a cikk folytatódik|cikkünk folytatódik|artikel berlanjut|berita berlanjut";

constexpr std::string_view kShares =
    "share|share on x|share on facebook|share this|share this article|share this story|share this post|share this page|share this news|share the article|share with friends|share with your friends|share on|share via|"
    "teilen|artikel teilen|diesen artikel teilen|beitrag teilen|diesen beitrag teilen|teilen sie diesen artikel|teile diesen artikel|"
    "partager|partager cet article|partagez cet article|partager l'article|partagez l'article|partager sur|"
    "compartir|comparte|comparte esta noticia|compartir esta noticia|comparte este artículo|compartir este artículo|comparte esta nota|comparte en|compartir en|comparteix|"
    "compartilhe|compartilhar|compartilhe esta notícia|compartilhe este artigo|compartilhe essa notícia|partilhar|partilhe|partilhe este artigo|partilhar este artigo|"
    "condividi|condividi questo articolo|condividi l'articolo|condividi la notizia|condividi su|"
    "delen|deel dit artikel|artikel delen|deel dit bericht|deel dit|udostępnij|udostępnij artykuł|udostępnij ten artykuł|podziel się|podziel się artykułem|podziel się tym artykułem|"
    "sdílet|sdílet článek|sdílejte|sdílejte článek|sdílejte tento článek|sdílej článek|zdieľať|zdieľať článok|zdieľajte článok|zdieľajte tento článok|"
    "поделиться|поделиться статьей|поделиться статьёй|поделитесь статьей|поделитесь этой статьей|поделитесь статьёй|поделиться новостью|поделитесь новостью|поделитесь с друзьями|поделиться с друзьями|рассказать друзьям|"
    "поділитися|поділитися статтею|поділіться статтею|поділіться цією статтею|поділитися новиною|поділіться новиною|поділіться з друзями|сподели|споделете|сподели статията|споделете статията|"
    "dela|dela artikeln|dela den här artikeln|dela på|dela med|del artiklen|del denne artikel|del artikkelen|del denne artikkelen|del saken|del denne saken|del på|"
    "jaa|jaa artikkeli|jaa juttu|jaa tämä artikkeli|jaa tämä juttu|paylaş|haberi paylaş|bu haberi paylaş|bu haberi paylaşın|yazıyı paylaş|makaleyi paylaş|bu makaleyi paylaş|bu makaleyi paylaşın|"
    "κοινοποίηση|κοινοποιήστε|κοινοποιήστε το άρθρο|μοιραστείτε το άρθρο|μοιραστείτε αυτό το άρθρο|μοιράσου το άρθρο|distribuie|distribuie articolul|distribuie acest articol|distribuiți articolul|distribuiți acest articol|"
    "megosztás|oszd meg|oszd meg a cikket|oszd meg ezt a cikket|cikk megosztása|ossza meg a cikket|ossza meg ezt a cikket|podijeli|podijeli članak|podeli|podeli vest|подели|подели вест|"
    "شارك|شارك المقال|شارك هذا المقال|مشاركة|مشاركة المقال|شارك الخبر|شارك هذا الخبر|اشتراک گذاری|به اشتراک بگذارید|این مطلب را به اشتراک بگذارید|این مقاله را به اشتراک بگذارید|شیئر کریں|"
    "שתפו|שתף|שתפו את הכתבה|שתפו כתבה זו|शेयर करें|साझा करें|इस लेख को शेयर करें|इस लेख को साझा करें|इस खबर को शेयर करें|इस खबर को साझा करें|শেয়ার করুন|সংবাদটি শেয়ার করুন|নিবন্ধটি শেয়ার করুন|এই নিবন্ধটি শেয়ার করুন|খবরটি শেয়ার করুন|"
    "bagikan|bagikan artikel|bagikan artikel ini|bagikan berita ini|bagikan ke|kongsi artikel ini|chia sẻ|chia sẻ bài viết|chia sẻ bài viết này|แชร์|แชร์บทความนี้|แชร์ข่าวนี้|"
    "分享|分享到|分享本文|分享此文|分享文章|分享这篇文章|分享這篇文章|分享至|シェア|シェアする|共有|この記事をシェア|この記事をシェアする|この記事を共有|この記事を共有する|記事をシェア|공유|공유하기|기사 공유|기사 공유하기|이 기사 공유하기|이 기사 공유|"
    "follow us|follow us on|folgen sie uns|folgen sie uns auf|suivez-nous|suivez-nous sur|síguenos|síguenos en|síganos|siga-nos|siga-nos no|seguici|seguici su|volg ons|volg ons op|obserwuj nas|śledź nas|sledujte nás|подписывайтесь на нас|"
    "підписуйтесь на нас|följ oss|följ oss på|følg os|følg os på|følg oss|følg oss på|seuraa meitä|bizi takip edin|ακολουθήστε μας|urmărește-ne|kövessen minket|kövess minket|urmăriți-ne|kövess minket|kövessen minket|تابعونا|تابعونا على|تابعنا|ما را دنبال کنید|עקבו אחרינו|"
    "हमें फॉलो करें|আমাদের ফলো করুন|ikuti kami|ikuti kami di|theo dõi chúng tôi|关注我们|關注我們|フォローする|フォローしてください|팔로우하기";

constexpr std::string_view kListens =
    "listen to this article|listen to the article|listen to this story|listen to article|audio version of this article|this article is read by an automated voice|"
    "artikel anhören|diesen artikel anhören|artikel vorlesen|artikel vorlesen lassen|beitrag anhören|hören sie diesen artikel|écouter cet article|écouter l'article|écoutez cet article|"
    "escuchar este artículo|escucha este artículo|escuche este artículo|escuchar artículo|escuchar la noticia|escucha esta noticia|ouvir este artigo|ouça este artigo|ouvir artigo|ouça esta notícia|ouvir notícia|"
    "ascolta l'articolo|ascolta questo articolo|ascolta la notizia|luister naar dit artikel|beluister dit artikel|posłuchaj artykułu|posłuchaj tego artykułu|odsłuchaj artykuł|poslechnout článek|poslechněte si článek|poslechněte si tento článek|vypočuť článok|"
    "прослушать статью|слушать статью|послушать статью|послушайте эту статью|прослухати статтю|слухати статтю|послухайте цю статтю|чуйте статията|lyssna på artikeln|lyssna på den här artikeln|lyt til artiklen|lyt til denne artikel|lytt til artikkelen|lytt til denne artikkelen|lytt til saken|"
    "kuuntele artikkeli|kuuntele juttu|kuuntele tämä artikkeli|haberi dinle|bu haberi dinle|makaleyi dinle|bu makaleyi dinle|bu makaleyi dinleyin|ακούστε το άρθρο|ακούστε αυτό το άρθρο|ascultă articolul|ascultă acest articol|ascultați acest articol|hallgassa meg a cikket|hallgasd meg a cikket|hallgassa meg ezt a cikket|"
    "استمع إلى المقال|استمع إلى هذا المقال|استمع للمقال|به این مقاله گوش دهید|به این مطلب گوش دهید|האזינו לכתבה|इस लेख को सुनें|यह लेख सुनें|खबर सुनें|এই নিবন্ধটি শুনুন|লেখাটি শুনুন|সংবাদটি শুনুন|dengarkan artikel ini|dengarkan berita ini|nghe bài viết|nghe bài viết này|ฟังบทความนี้|"
    "收听本文|聆聽本文|收听这篇文章|听文章|この記事を聴く|この記事を聞く|記事を聴く|音声で聞く|기사 듣기|이 기사 듣기|기사 음성으로 듣기|"
    "download our app|download the app|get our app|get the app|app herunterladen|télécharger l'application|téléchargez l'application|descarga la app|descarga nuestra app|baixe o app|baixe o aplicativo|scarica l'app|download de app|pobierz aplikację|stáhněte si aplikaci|скачать приложение|скачайте приложение|завантажити застосунок|"
    "ladda ner appen|hent appen|last ned appen|lataa sovellus|uygulamayı indir|κατεβάστε την εφαρμογή|descarcă aplicația|töltse le az alkalmazást|حمل التطبيق|اپلیکیشن را دانلود کنید|ऐप डाउनलोड करें|অ্যাপ ডাউনলোড করুন|unduh aplikasi|tải ứng dụng|下载客户端|下载app|アプリをダウンロード|앱 다운로드|"
    "email sent|your email has been sent|your message has been sent|an error has occurred and your email has not been sent|an error has occured and your email has not been sent|please try again|you can't enter more than|link copied|copy link|"
    "ihre e-mail wurde gesendet|ihre e-mail wurde versendet|e-mail gesendet|votre e-mail a été envoyé|votre message a été envoyé|su correo ha sido enviado|tu correo ha sido enviado|correo enviado|seu e-mail foi enviado|e-mail enviado|la tua email è stata inviata|email inviata|uw e-mail is verzonden|je e-mail is verzonden|"
    "wiadomość została wysłana|váš e-mail byl odeslán|ваше письмо отправлено|ваше сообщение отправлено|вашого листа надіслано|ditt e-postmeddelande har skickats|din e-mail er sendt|e-posten din er sendt|sähköpostisi on lähetetty|e-postanız gönderildi|το email σας στάλθηκε|e-mailul a fost trimis|az e-mailt elküldtük|"
    "print|print this article|print this story|print article|email this|email this article|email this story|e-mail this article|to a friend|loading|please wait|comments|no comments|post a comment|view comments|show comments|comments are closed|be the first to comment|"
    "subscribe|subscribe now|subscribe today|sign up now|sign up today|become a member|become a subscriber|log in to comment|kommentare|kommentar schreiben|jetzt abonnieren|jetzt anmelden|drucken|commentaires|imprimer|s'abonner|abonnez-vous|comentarios|imprimir|suscríbete|suscribirse|comentários|assine|assine já|commenti|stampa|abbonati|iscriviti|reacties|"
    "komentarze|drukuj|komentáře|komentovat|комментарии|комментировать|подписаться|коментарі|підписатися|kommentarer|skriv ut|kommentit|tulosta|yorumlar|yorum yap|yazdır|σχόλια|comentarii|hozzászólások|التعليقات|تعليقات|टिप्पणियाँ|komentar|bình luận|评论|發表評論|コメント|댓글|leave a comment|share your thoughts in the comments|"
    "subscribers only|for subscribers only|exclusive to subscribers|subscriber-only content|nur für abonnenten|exklusiv für abonnenten|réservé aux abonnés|article réservé aux abonnés|solo para suscriptores|contenido exclusivo para suscriptores|exclusivo para assinantes|conteúdo exclusivo para assinantes|"
    "solo per abbonati|contenuto riservato agli abbonati|alleen voor abonnees|exclusief voor abonnees|tylko dla subskrybentów|pouze pro předplatitele|только для подписчиков|лише для передплатників|endast för prenumeranter|kun for abonnenter|vain tilaajille|abonelere özel";

constexpr std::string_view kReadingTimes =
    "lecture|min read|mins read|minute read|minutes read|minutes to read|minute to read|reading time|read time|estimated reading time|time to read|"
    "lesezeit|lesedauer|geschätzte lesezeit|temps de lecture|temps de lecture estimé|de lecture|tiempo de lectura|tiempo estimado de lectura|de lectura|tempo di lettura|di lettura|tempo de leitura|de leitura|"
    "leestijd|leesduur|czas czytania|czytania|doba čtení|čas čtení|čtení|čas čítania|время чтения|время на чтение|чтения|на чтение|час читання|читання|на читання|време за четене|lästid|läsetid|läsning|læsetid|læsning|lesetid|lesing|lukuaika|lukuaikaa|"
    "okuma süresi|okuma|χρόνος ανάγνωσης|ανάγνωσης|ανάγνωση|timp de citire|timp de lectură|de citit|olvasási idő|olvasás|vrijeme čitanja|vreme čitanja|وقت القراءة|مدة القراءة|قراءة|زمان مطالعه|زمان خواندن|مطالعه|זמן קריאה|קריאה|"
    "पढ़ने का समय|में पढ़ें|पढ़ें|পড়ার সময়|পড়তে সময় লাগবে|waktu baca|waktu membaca|membaca|baca|thời gian đọc|đọc|เวลาอ่าน|ใช้เวลาอ่าน|อ่าน|阅读时间|閱讀時間|阅读时长|预计阅读时间|阅读|閱讀|読了時間|この記事は|で読めます|読む時間|읽는 시간|읽기 시간|읽기|예상 읽기 시간";

constexpr std::string_view kPlaces =
    "below|after|under|video|photo|image|picture|gallery|this|the|an|ad|ads|page|here|nach|unter|der|die|unten|hier|après|la|le|cette|ci-dessous|después|después de la|después del anuncio|tras la|debajo|abajo|após|depois|depois da|a|do|abaixo|dopo|sotto|qui sotto|onder|na|de|deze|hieronder|"
    "pod|reklamą|reklamami|artykułu|tekstu|materiału|poniżej|reklamou|inzercí|článku|níže|nižšie|po|после|рекламы|рекламой|ниже|под|статьи|після|під|рекламою|нижче|след|рекламата|efter|annonsen|annonsene|nedan|annoncen|nedenfor|etter|"
    "afbeelding|advertentie|wideo|filmem|zdjęciem|kuvan|videon|bilden|bildet|billedet|mainoksen|mainosten|jälkeen|alla|alapuolella|reklamdan|sonra|aşağıda|reklamın|ardından|μετά|τη|την|διαφήμιση|παρακάτω|κάτω από|după|publicitate|mai jos|setelah|di bawah|selanjutnya|ini";

constexpr std::string_view kFillers =
    "min|mins|minute|minutes|minuten|minuti|minuto|minutos|minuta|minuty|minut|minuter|minutter|minuut|minuuttia|minuut|минута|минуты|минут|мин|хвилина|хвилини|хвилин|хв|dakika|dakikalık|dk|λεπτό|λεπτά|λεπτα|λεπτών|perc|minuturi|minutů|minút|دقيقة|دقائق|دقیقه|דקות|मिनट|মিনিট|menit|phút|นาที|分钟|分鐘|分|约|約|분|약|"
    "updated|hour ago|hours ago|minutes ago|days ago|ca|about|approx|approximately|circa|etwa|env|environ|aprox|sec|seconds|less than|unter|"
    "pe|facebookon|facebook|twitter|x|whatsapp|telegram|linkedin|instagram|pinterest|reddit|youtube|tiktok|email|e-mail|emails|e-mails|mail|messenger|threads|viber|line|bluesky|google news|print|or|oder|ou|o|oppure|of|lub|nebo|alebo|или|або|eller|tai|veya|sau|vagy|أو|या|atau|hoặc|and|und|et|y|e|en|i|и|och|og|ja|ve|και|dan|on|via|auf|sur|no|na|su|op|в|за|på|微信|微博|朋友圈";

constexpr std::string_view kLinkLabels =
    "read more|read also|also read|read next|read this next|must read|related|related story|related article|related reading|see also|more on this story|more on this|read more on this|read more about|read more on|"
    "watch|watch more|watch now|watch also|watch video|listen|listen now|don't miss|learn more|more|more on|more from|read|full story|recommended reading|editor's pick|what to read next|you might like|you might also like|explore more|"
    "ilginizi çekebilir|อ่านเพิ่มเติม|อ่านข่าวอื่น|関連記事|관련기사|관련 기사|lesen sie auch|lesen sie mehr|lesen sie dazu|lesen sie hier|lesen sie dazu auch|lesen sie auch dazu|lies auch|lies mehr|mehr lesen|mehr dazu|mehr zum thema|mehr zu diesem thema|mehr darüber|siehe auch|auch interessant|passend dazu|das könnte sie auch interessieren|zum thema|lesetipp|mehr|weiterlesen|"
    "lire aussi|à lire aussi|a lire aussi|à lire également|lire également|à lire|a lire|à voir aussi|voir aussi|en savoir plus|sur le même sujet|pour aller plus loin|lisez aussi|lire|"
    "lee también|lea también|leer también|lee además|leer más|lee más|lea más|te puede interesar|también te puede interesar|puede interesarte|te recomendamos|le puede interesar|mira también|ver también|más información|ver más|vea también|relacionado|lea|lee|llegiu també|"
    "leia também|leia mais|ler também|ler mais|leia ainda|veja também|veja mais|saiba mais|veja ainda|relacionado|confira também|leia|"
    "leggi anche|leggi di più|leggi pure|per approfondire|approfondisci|vedi anche|guarda anche|potrebbe interessarti|ti potrebbe interessare|leggi|"
    "lees ook|lees meer|lees verder|bekijk ook|zie ook|meer lezen|lees meer over|lees ook dit|"
    "czytaj także|czytaj też|czytaj również|przeczytaj także|przeczytaj też|przeczytaj również|zobacz także|zobacz też|zobacz również|czytaj więcej|więcej na ten temat|polecamy|warto przeczytać|"
    "čtěte také|čtěte též|přečtěte si také|přečtěte si|čtěte více|více čtěte|viz také|mohlo by vás zajímat|související|čítajte aj|čítajte tiež|prečítajte si aj|prečítajte si tiež|prečítajte si|súvisiace|mohlo by vás zaujímať|"
    "читайте также|читайте ещё|читайте еще|читать также|читайте по теме|смотрите также|смотрите|подробнее|читайте подробнее|материал по теме|материалы по теме|по теме|читать далее|ещё по теме|еще по теме|читайте|"
    "читайте також|читайте ще|дивіться також|дивіться|також читайте|більше за темою|за темою|матеріали за темою|докладніше|детальніше|прочетете още|прочетете също|вижте още|вижте също|четете още|още по темата|прочитајте још|прочитајте и|читајте и|погледајте и|"
    "pročitajte i|pročitajte još|pročitajte također|pogledajte i|pročitaj i|pročitaj još|pročitajte više|preberite tudi|preberite še|beri tudi|skaitykite taip pat|skaitykite|taip pat skaitykite|lasi arī|lasiet arī|loe ka|loe lisaks|loe veel|"
    "läs också|läs även|läs mer|läs mer om|se också|missa inte|läs|læs også|læs mere|se også|læs mere om|læs|les også|les mer|les mer om|les|lue myös|lue lisää|katso myös|lue|lesið einnig|"
    "ayrıca okuyun|ayrıca bakınız|ayrıca oku|bunu da okuyun|bunları da okuyun|şunu da okuyun|okumak için|ilgili haber|ilgili haberler|daha fazlası|daha fazla oku|devamını oku|oku|bkz|"
    "διαβάστε επίσης|διαβάστε ακόμα|διαβάστε ακόμη|διαβάστε και|διαβαστε επισης|διαβαστε επισησ|διαβάστε περισσότερα|δείτε επίσης|δείτε ακόμα|δείτε ακόμη|σχετικά|διαβάστε|"
    "citește și|citiți și|citeste si|citește mai mult|vezi și|vezi si|vă recomandăm|pe aceeași temă|citește|"
    "olvassa el ezt is|olvasd el ezt is|olvasta már|olvassa el|olvasd el|ez is érdekelheti|ez is érdekelhet|kapcsolódó|kapcsolódó cikk|kapcsolódó cikkünk|bővebben|lásd még|további cikkek|"
    "اقرأ أيضا|اقرأ أيضاً|اقرأ أيضًا|اقرا ايضا|اقرأ ايضا|إقرأ أيضا|إقرأ أيضاً|اشاهد أيضا|شاهد أيضاً|شاهد أيضًا|طالع أيضا|للمزيد|ذات صلة|مواضيع ذات صلة|قد يهمك أيضا|قد يهمك|"
    "بیشتر بخوانید|همچنین بخوانید|بخوانید|مطالب مرتبط|مطلب مرتبط|خبر مرتبط|ادامه مطلب|اینجا بخوانید|مزید پڑھیں|یہ بھی پڑھیں|קראו גם|קראו עוד|קרא גם|ראו גם|לקריאה נוספת|"
    "यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|यह भी देखें|और पढ़ें|पढ़ें|संबंधित खबर|संबंधित खबरें|हे वाचा|हेही वाचा|আরও পড়ুন|আরো পড়ুন|আরও দেখুন|সম্পর্কিত খবর|இதையும் படிக்க|மேலும் படிக்க|ఇది కూడా చదవండి|"
    "baca juga|baca selengkapnya|simak juga|lihat juga|baca|artikel terkait|berita terkait|baca lagi|baca pula|đọc thêm|xem thêm|đọc tiếp|bài liên quan|tin liên quan|có thể bạn quan tâm|อ่านเพิ่มเติม|อ่านต่อ|อ่านข่าวที่เกี่ยวข้อง|ข่าวที่เกี่ยวข้อง|soma pia|basahin din|"
    "相关阅读|相关新闻|相关报道|相关文章|延伸阅读|推荐阅读|更多阅读|阅读更多|另请参阅|另见|另请阅读|相關閱讀|相關新聞|相關報導|延伸閱讀|推薦閱讀|閱讀更多|更多新聞|同场加映|更多|"
    "関連記事|関連ニュース|関連|あわせて読みたい|合わせて読みたい|こちらも読む|こちらもおすすめ|もっと読む|続きを読む|参考記事|관련기사|관련 기사|관련 뉴스|더 읽기|더 보기|함께 보면 좋은 기사|함께 읽기|같이 보기|이어서 읽기";

constexpr std::string_view kTagLabels =
    "filed under|filed in|posted in|tagged|tagged with|tagged as|tagged in|article tags|related tags|related topics|in this story|topics in this article|more on these topics|keywords|tags|"
    "schlagwörter|schlagworte|stichwörter|rubrik|abgelegt unter|veröffentlicht in|verschlagwortet mit|mots-clés|mots clés|étiquettes|classé sous|publié dans|thèmes|etiquetas|palabras clave|archivado en|publicado en|temas relacionados|más sobre|"
    "arquivado em|palavras-chave|assuntos|marcadores|tópicos|archiviato in|parole chiave|argomenti|etichette|trefwoorden|onderwerpen|opgeslagen onder|tagi|słowa kluczowe|tematy|kategorie|štítky|klíčová slova|témata|kľúčové slová|"
    "теги|метки|рубрика|рубрики|ключевые слова|темы|мітки|рубрики|ключові слова|етикети|тагове|ključne riječi|ključne reči|oznake|тагови|taggar|etiketter|ämnen|nyckelord|emner|emneord|nøgleord|nøkkelord|avainsanat|asiasanat|aiheet|tunnisteet|"
    "etiketler|anahtar kelimeler|konular|ετικέτες|λέξεις-κλειδιά|θέματα|etichete|cuvinte cheie|subiecte|címkék|kulcsszavak|témák|الوسوم|كلمات مفتاحية|الكلمات المفتاحية|الكلمات الدالة|مواضيع|برچسب ها|برچسب‌ها|برچسب|کلیدواژه|תגיות|"
    "टैग|टैग्स|ট্যাগ|ট্যাগস|विषय|topik|kata kunci|tag|label|từ khóa|chủ đề|thẻ|แท็ก|标签|標籤|关键词|關鍵詞|关键字|關鍵字|タグ|キーワード|태그|키워드";

constexpr std::string_view kSubscribe =
    "sign up|subscribe|get|receive|register|join|want more|want the latest|want to get|want to receive|never miss|don't miss|stay informed|stay up to date|stay updated|stay on top|stay in the loop|stay ahead|stay connected|stay tuned|stay in touch|enjoying this|enjoyed this|like this|love this|start your day|have the|keep up|be the first|sign me up|the best of our|our best|all the latest|the latest|click here to|"
    "abonnieren sie|abonniere|abonnier|jetzt anmelden|jetzt abonnieren|jetzt für|jetzt zum|jetzt kostenlos|jetzt newsletter|jetzt unseren|melden sie sich|melde dich|bestellen sie|erhalten sie|erhalte|verpassen sie|verpasse|bleiben sie|holen sie sich|hol dir|registrieren sie sich|newsletter abonnieren|newsletter bestellen|newsletter anmelden|tragen sie sich ein|trag dich|alle wichtigen|"
    "abonnez-vous|inscrivez-vous|recevez|ne manquez|recevoir|pour recevoir|s'inscrire|s'abonner|restez|abonne-toi|inscris-toi|"
    "suscríbete|suscríbase|suscribite|suscribirse|regístrate|recibe|reciba|recibí|no te pierdas|apúntate|inscríbete|únete|mantente|subscriu-te|"
    "assine|inscreva-se|subscreva|cadastre-se|receba|não perca|registe-se|fique por dentro|iscriviti|abbonati|ricevi|registrati|non perdere|resta aggiornato|iscrivetevi|"
    "meld je aan|meld u aan|schrijf je in|schrijf u in|abonneer|ontvang|mis niets|zapisz się|subskrybuj|otrzymuj|bądź na bieżąco|zapraszamy|zasubskrybuj|"
    "přihlaste se|přihlašte se|odebírejte|přihlásit|dostávejte|nezmeškejte|prihláste sa|odoberajte|dostávajte|подпишитесь|подписывайтесь|подпишись|получайте|подписаться|оформите подписку|не пропустите|"
    "підпишіться|підписуйтесь|підписуйтеся|отримуйте|не пропустіть|абонирайте се|получавайте|запишете се|prijavite se|pretplatite se|primajte|prijavi se|naročite se|пријавите се|претплатите се|"
    "prenumerera|anmäl dig|få|registrera dig|missa inte|skriv upp dig|tilmeld dig|abonner|abonnér|modtag|meld deg på|motta|gå ikke glip|registrer deg|tilaa|liity|saat|rekisteröidy|älä missaa|liitu|telli|prenumeruokite|abonējiet|piesakies|"
    "εγγραφείτε|εγγραφείτε|λάβετε|γραφτείτε|μη χάσετε|κάντε εγγραφή|abonează-te|abonați-vă|aboneaza-te|înscrie-te|înscrieți-vă|primește|primiți|"
    "iratkozzon fel|iratkozz fel|feliratkozás|kapja meg|kapd meg|ne maradjon le|ne maradj le|اشترك|اشتركوا|سجل في|سجّل|احصل على|احصلوا على|הירשמו|הצטרפו|קבלו|הרשמו|"
    "berlangganan|daftar|dapatkan|langgan|đăng ký|đăng ký nhận|nhận|สมัคร|รับข่าว|ลงทะเบียน|"
    "订阅|訂閱|注册|立即订阅|立即訂閱|欢迎订阅|歡迎訂閱|点击订阅";
constexpr std::string_view kNewsletters =
    "newsletter|news letter|your inbox|an inbox|our mailing list|email alerts|e-mail alerts|our daily email|email updates|our emails|morning briefing|news alerts|"
    "ihr postfach|in ihrem postfach|in ihr postfach|dein postfach|per e-mail|nyhedsbrev|nyhetsbrev|nieuwsbrief|infolettre|votre boîte|lettre d'information|tu correo|su correo|tu bandeja|tu email|boletín|boletines|boletim|seu e-mail|seu email|butlletí|"
    "tua casella|tua mail|tua email|casella di posta|je inbox|uw inbox|je mailbox|biuletyn|biuletynu|newslettera|skrzynkę|do zpravodaje|zpravodaj|newsletteru|do e-mailu|do schránky|odber noviniek|"
    "рассылку|рассылка|рассылки|на почту|розсилку|розсилка|розсилки|на пошту|бюлетин|na newsletter|bilten|билтен|inkorg|din indbakke|innboks|uutiskir|sähköpostiisi|uudiskir|naujienlaišk|"
    "bülten|e-postanıza|gelen kutunuza|ενημερωτικό δελτίο|ενημερωτικό μας|newsletter μας|το email σας|buletin|în inbox|hírlevel|hírlevél|النشرة|نشرتنا|بريدك|نشرة|خبرنامه|ایمیل|הניוזלטר|לניוזלטר|ניוזלטר|लेटर|इनबॉक्स|ईमेल|নিউজলেটার|ইনবক্স|ইমেইল|"
    "nawala|email anda|kotak masuk|bản tin|hộp thư|จดหมายข่าว|อีเมล|新闻通讯|新聞通訊|电子报|電子報|通讯|邮箱|ニュースレター|メールマガジン|メルマガ|メールで|뉴스레터|이메일|받은 편지함";

constexpr std::string_view kFollow =
    "follow|join|join us|find us|like us|subscribe|connect with us|stay connected|stay updated|stay up to date|stay tuned|stay in touch|get our|get the latest|you can follow|add us|make us|click here to join|for more news|for the latest|chat with us|"
    "folgen sie|folge|folge uns|folgt uns|volg ons|följ oss|følg os|følg oss|seuraa meitä|ikuti kami|theo dõi chúng tôi|关注我们|關注我們|abonnieren sie|abonniere|treten sie|werden sie|besuchen sie|suivez-nous|suivez|rejoignez-nous|rejoignez|abonnez-vous|retrouvez-nous|retrouvez|aimez|"
    "síguenos|síganos|sigue|siga|siga-nos|únete|unite|suscríbete|seguinos|encuéntranos|segueix|entre no|entre em|participe|acompanhe|curta|junte-se|inscreva-se|seguici|segui|unisciti|iscriviti|entra nel|metti mi piace|"
    "volg|word lid|sluit je aan|obserwuj|śledź|dołącz|polub|sledujte|připojte se|přidejte se|staňte se|pridajte sa|подписывайтесь|подпишитесь|подпишись|присоединяйтесь|следите|читайте нас|вступайте|"
    "підписуйтесь|підписуйтеся|підпишіться|приєднуйтесь|приєднуйтеся|стежте|читайте нас|последвайте|следвайте|присъединете|pratite|zapratite|pridružite|пратите|sledite|придружите|"
    "följ|gå med|gilla oss|følg|bliv en del|bli med|lik oss|seuraa|liity|tykkää|jälgi|sekite|sekojiet|ακολουθήστε|ακολουθείτε|ακολούθησε|βρείτε μας|γίνετε μέλος|μπείτε|εγγραφείτε|"
    "urmărește|urmăriți|urmareste|alătură-te|alăturați-vă|intră|kövess|csatlakozz|lájkolj|iratkozz|تابعونا|تابعنا على|انضم|انضموا|اشترك|עקבו|הצטרפו|"
    "ikuti|gabung|bergabung|sertai|theo dõi|tham gia|ติดตาม|เข้าร่วม|关注|關注|加入|扫码关注|欢迎关注|添加";
constexpr std::string_view kNetworks =
    "facebook|twitter|instagram|whatsapp|telegram|youtube|tiktok|linkedin|google news|google noticias|google notícias|google notizie|google actualités|preferred source|mastodon|bluesky|threads|viber|social media|on x |on x|discord|"
    "auf x|sozialen netzwerken|sozialen medien|réseaux sociaux|redes sociales|redes sociais|xarxes socials|sui social|sociale media|społecznościow|sociálních sítích|sociálnych sieť|соцсет|социальн|соцмереж|фейсбук|телеграм|ютуб|вконтакте|ватсап|вотсап|вайбер|инстаграм|"
    "sociala medier|sociale medier|sosiale medier|sosiaalisessa mediassa|sosyal medya|google haberler|κοινωνικά δίκτυα|rețelele sociale|közösségi|فيسبوك|تويتر|واتساب|واتس اب|تلغرام|تيليجرام|تليجرام|انستغرام|يوتيوب|تلگرام|واتساپ|اینستاگرام|"
    "פייסבוק|טלגרם|ווטסאפ|וואטסאפ|फेसबुक|व्हाट्सएप|व्हाट्सऐप|टेलीग्राम|ट्विटर|ফেসবুক|হোয়াটসঅ্যাপ|টেলিগ্রাম|ইউটিউব|গুগল নিউজ|media sosial|mạng xã hội|zalo|เฟซบุ๊ก|ไลน์|"
    "微信|微博|公众号|公眾號|脸书|臉書|推特|电报|フェイスブック|ツイッター|インスタグラム|公式line|公式x|ユーチューブ|라인|페이스북|인스타그램|텔레그램|카카오톡|네이버|유튜브|왓츠앱|트위터";

constexpr std::string_view kInstall =
    "download|get|install|try|read more in|laden sie|lade|holen sie|installieren sie|téléchargez|télécharger|installez|descarga|descargue|descargá|instala|baixe|baixa|instale|descarregue|scarica|installa|download de|installeer|pobierz|zainstaluj|stáhněte|nainstalujte|stiahnite|"
    "скачайте|скачать|установите|загрузите|завантажте|завантажуйте|встановіть|изтеглете|свалете|preuzmite|преузмите|prenesite|ladda ner|ladda ned|hämta|hent|download vores|last ned|lataa|asenna|κατεβάστε|descarcă|descărcați|instalează|"
    "töltse le|töltsd le|حمّل|حمل تطبيقنا|حملوا تطبيقنا|نزل تطبيقنا|دانلود|نصب|הורידו|unduh|download aplikasi|muat turun|tải|ดาวน์โหลด|下载|下載|扫码下载";
constexpr std::string_view kApps =
    "our app|our free app|our mobile app|our news app|our new app|app today|app now|unsere app|unsere kostenlose app|unserer app|notre application|notre appli|nuestra app|nuestra aplicación|nosso app|nosso aplicativo|nossa app|a nossa aplicação|la nostra app|nostra applicazione|onze app|onze gratis app|"
    "naszą aplikację|naszej aplikacji|naši aplikaci|našu aplikáciu|наше приложение|нашем приложении|наш застосунок|наш додаток|нашето приложение|našu aplikaciju|нашу апликацију|našo aplikacijo|vår app|vores app|appen vår|sovelluksemme|uygulamamız|την εφαρμογή μας|εφαρμογή μας|aplicația noastră|alkalmazásunk|appunkat|"
    "تطبيقنا|اپلیکیشن|האפליקציה שלנו|את האפליקציה|हमारा ऐप|हमारे ऐप|हमारा एप|আমাদের অ্যাপ|aplikasi kami|aplikasi|ứng dụng của chúng tôi|แอปของเรา|我们的应用|我们的app|我們的app|手机客户端|客户端|公式アプリ|アプリをダウンロード|アプリはこちら|앱을 다운로드|앱 다운로드|앱을 설치";

constexpr std::string_view kSpeech =
    "said|says|told|asked|asks|added|adds|wrote|writes|explained|announced|recalled|argued|replied|laughed|urged|warned|was|were|has|had|did|closes|began|"
    "sagte|sagt|sagten|erklärte|erklärt|teilte|fügte|schrieb|wurde|war|hatte|a dit|déclaré|expliqué|ajouté|était|dijo|dice|afirmó|explicó|añadió|fue|era|disse|diz|afirmou|explicou|foi|"
    "detto|dice|spiegato|dichiarato|zei|zegt|vertelde|werd|powiedział|powiedziała|mówi|dodał|dodała|był|była|řekl|řekla|říká|uvedl|uvedla|byl|byla|povedal|povedala|uviedol|"
    "сказал|сказала|говорит|заявил|заявила|сообщил|сообщила|словам|добавил|был|была|сказав|каже|заявив|повідомив|повідомила|додав|був|була|каза|заяви|рече|rekao|rekla|kaže|kazao|"
    "sade|säger|sagde|siger|sier|sanoi|sanoo|kertoi|kertoo|dedi|diyor|söyledi|belirtti|είπε|δήλωσε|λέει|spus|spune|declarat|mondta|mondja|közölte|"
    "قال|قالت|وقال|أضاف|گفت|افزود|אמר|אמרה|कहा|बताया|বলেন|বলেছেন|জানান|kata|ujar|ucap|nói|cho biết";
constexpr std::string_view kWideSpeech = "说道|表示|他说|她说|說道|他說|她說|と話|と述べ|と語|と言っ|さんは|말했다|밝혔다|전했다|설명했다|กล่าว";

// Verbs at the end of a request, in languages that end a sentence with its verb.
constexpr std::string_view kCallEndings =
    "abone ol|abone olun|abone olabilirsiniz|kaydol|kaydolun|kayıt olun|takip et|takip edin|takip edebilirsiniz|katıl|katılın|indirin|indir|indirebilirsiniz|kaçırmayın|"
    "شوید|بپیوندید|دنبال کنید|دانلود کنید|نصب کنید|دریافت کنید|سبسکرائب کریں|فالو کریں|جوائن کریں|ڈاؤن لوڈ کریں|"
    "सब्सक्राइब करें|फॉलो करें|जुड़ें|जुड़िए|डाउनलोड करें|डाउनलोड कीजिए|साइन अप करें|पाएं|प्राप्त करें|इंस्टॉल करें|सदस्यता लें|"
    "সাবস্ক্রাইব করুন|ফলো করুন|অনুসরণ করুন|যোগ দিন|যুক্ত হোন|যুক্ত থাকুন|ডাউনলোড করুন|নিবন্ধন করুন|সাইন আপ করুন|পেতে চান|"
    "登録する|登録はこちら|登録はこちらから|登録してください|ご登録ください|ご登録を|購読する|購読してください|ご購読ください|お申し込みください|フォローする|フォローしてください|フォローください|フォローをお願いします|追加してください|ダウンロードする|ダウンロードしてください|ダウンロードはこちら|ダウンロード|"
    "구독하기|구독하세요|구독해 주세요|구독해주세요|신청하세요|신청하기|받아보세요|받아 보세요|등록하세요|팔로우하세요|팔로우하기|팔로우해 주세요|가입하세요|추가하세요|친구추가|참여하세요|다운로드하세요|다운로드 하세요|설치하세요|만나보세요|만나 보세요|내려받으세요|feliratkozás|iratkozz fel|iratkozzon fel";

constexpr std::string_view kSupport =
    "support|help us|help support|become|donate|unterstützen sie|unterstütze|werden sie|werde|soutenez|faites un don|aidez-nous|devenez|apoya|apoye|hazte|ayúdanos|apoie|torne-se|ajude|sostieni|diventa|aiutaci|steun|word|wesprzyj|wspieraj|podpořte|staňte se|podporte|поддержите|поддержи|станьте|"
    "підтримайте|підтримай|подкрепете|podržite|подржите|stöd|stötta|bli|støt|støtt|tue|destek ol|υποστηρίξτε|γίνετε|susține|susțineți|támogassa|támogasd|ادعم|ادعموا|dukung|hãy ủng hộ|支持";
constexpr std::string_view kJournalism =
    "our journalism|our work|our newsroom|our reporting|independent journalism|quality journalism|local journalism|a member today|a member now|a subscriber|a supporter|a patron|unseren journalismus|unsere arbeit|unabhängigen journalismus|mitglied|abonnent|"
    "notre journal|notre rédaction|notre travail|journalisme indépendant|presse indépendante|nuestro periodismo|nuestro trabajo|periodismo independiente|socio|nosso jornalismo|nosso trabalho|jornalismo independente|assinante|nostro giornalismo|nostro lavoro|giornalismo indipendente|"
    "onze journalistiek|onafhankelijke journalistiek|niezależne dziennikarstwo|naszą redakcję|naszą pracę|nezávislou žurnalistiku|naši práci|našu prácu|нашу журналистику|нашу работу|нашу редакцию|независимую журналистику|нашу журналістику|нашу роботу|нашу редакцію|незалежну журналістику|"
    "vår journalistik|oberoende journalistik|vores journalistik|uafhængig journalistik|vår journalistikk|uavhengig journalistikk|journalismiamme|riippumatonta|bağımsız gazetecili|gazeteciliğimiz|ανεξάρτητη δημοσιογραφία|τη δημοσιογραφία μας|jurnalismul|munkánkat|független újságírás|jurnalisme|独立新闻";

// Questions before a request to report an error or a tip.
constexpr std::string_view kReports =
    "seen an error|spotted an error|spotted a mistake|found an error|found a mistake|see an error|have a tip|got a tip|got a story|do you have a tip|fehler gefunden|fehler entdeckt|haben sie einen fehler|einen fehler gefunden|vous avez repéré une erreur|avez-vous repéré une erreur|"
    "encontraste un error|viste un error|encontrou um erro|encontrou algum erro|viu algum erro|hai trovato un errore|hai notato un errore|fout gezien|foutje gezien|zie je een fout|widzisz błąd|zauważyłeś błąd|znalazłeś błąd|našli jste chybu|našli ste chybu|нашли ошибку|заметили ошибку|знайшли помилку|помітили помилку|"
    "har du hittat ett fel|hittat ett fel|har du fundet en fejl|fundet en fejl|har du funnet en feil|funnet en feil|huomasitko virheen|löysitkö virheen|hata mı gördünüz|βρήκατε λάθος|είδατε λάθος|ai găsit o greșeală|hibát talált|هل وجدت خطأ|חשבתם שמצאתם טעות|מצאתם טעות|menemukan kesalahan|phát hiện lỗi|нашли опечатку|заметили опечатку|sett ett fel|viu um erro|hai visto un errore|发现错误|發現錯誤|وجدت خطأ|خطایی دیدید|พบข้อผิดพลาด|गलती दिखी|오류를 발견하셨나요";
constexpr std::string_view kWriteToUs =
    "write to us|let us know|tell us|email us|contact us|get in touch with us|schreiben sie uns|melden sie ihn|melden sie uns|hinweis an uns|écrivez-nous|signalez-le|contactez-nous|escríbenos|escríbanos|avísanos|escreva-nos|avise-nos|fale conosco|fale connosco|scrivici|segnalacelo|laat het ons weten|mail ons|"
    "napisz do nas|daj nam znać|zgłoś go|napište nám|dejte nám vědět|napíšte nám|напишите нам|сообщите нам|сообщите о ней|напишіть нам|повідомте нас|skriv till oss|tipsa oss|hör av dig|skriv til os|kontakt os|skriv til oss|tips oss|kerro meille|ilmoita meille|bize yazın|bize bildirin|γράψτε μας|ενημερώστε μας|"
    "scrie-ne|írjon nekünk|jelezze nekünk|راسلنا|اكتب لنا|كتبו לנו|כתבו לנו|ספרו לנו|hubungi kami|beri tahu kami|hãy báo cho chúng tôi|báo cho chúng tôi|hãy viết cho chúng tôi|mejla oss|mail de redactie|请联系我们|請聯絡我們|به ما بنویسید|เขียนถึงเรา|हमें लिखें|제보하기";

// Words of the publisher: "us", "our", "here", "your inbox".
constexpr std::string_view kPublisher =
    "us|our|follow me|join me|here|your inbox|an inbox|uns|unser|unsere|unseren|unserem|unserer|ihr postfach|ihrem postfach|dein postfach|nous|notre|ici|votre boîte|síguenos|síganos|seguinos|encuéntranos|nuestro|nuestra|nuestros|nuestras|aquí|tu correo|tu bandeja|tu email|segueix-nos|nostre|"
    "siga-nos|junte-se a nós|nosso|nossa|nossos|nossas|aqui|seu e-mail|seu email|seguici|nostro|nostra|nostri|nostre|tua casella|tua mail|tua email|ons|onze|je inbox|uw inbox|je mailbox|obserwuj nas|śledź nas|polub nas|pratite nas|zapratite nas|sledite nam|nasz|nasza|nasze|naszą|naszego|naszej|naszym|naszych|tutaj|nás|náš|naše|naši|našu|našeho|našem|našej|našom|zde|"
    "нас|наш|наша|наше|наши|нашу|нашей|нашего|нашем|нам|здесь|наші|нашої|нашого|нашій|нашому|тут|нашия|нашата|нашето|последвайте ни|следвайте ни|нашем|нашој|našem|našoj|našim|naša|oss|vår|vårt|våra|våre|här|følg os|vores|inkorg|din indbakke|innboksen|meitä|meidän|tästä|mus|mūsų|mūs|mūsu|meid|meie|"
    "bizi|bizim|buradan|gelen kutunuza|e-postanıza|μας|εδώ|το email σας|urmărește-ne|urmăriți-ne|nostru|noastră|noastre|aici|minket|bennünket|نشرتنا|قناتنا|صفحتنا|حسابنا|حساباتنا|تطبيقنا|مجموعتنا|تابعونا|تابعنا على|هنا|بريدك|ما را|اینجا|ہمیں|ہمارے|ہماری|"
    "שלנו|אותנו|אחרינו|אלינו|כאן|हमें|हमारे|हमारा|हमारी|हमसे|यहां|আমাদের|এখানে|kami|di sini|email anda|chúng tôi|tại đây|우리|저희|여기";
// The same in parts of words and in scripts without blanks between words.
constexpr std::string_view kPublisherParts =
    "bültenimiz|kanalımız|sayfamız|hesabımız|grubumuz|uygulamamız|uutiskirjeemme|kanavamme|kanavaamme|sovelluksemme|hírlevelünk|csatornánk|oldalunk|alkalmazásunk|appunk|ของเรา|ติดตามเรา|ที่นี่|我们|我們|本报|本報|本站|本网|当サイト|本紙|私たち|弊社|こちら|받은 편지함";

// Beginnings of requests that are also beginnings of statements: "sigue" (it
// goes on), "få" (few), "حمل" (he carried).
constexpr std::string_view kStatementBeginnings =
    "like us|folge|lade|erhalte|erhalten sie|werden sie|werde|bleiben sie|verpasse|sigue|siga|unite|recibe|reciba|participe|acompanhe|curta|segui|segueix|ricevi|scarica|installa|instala|descarga|baixa|apoya|apoye|apoie|ajude|diventa|aiutaci|"
    "volg|word|steun|få|hent|hämta|bli|følg|følj|støt|saat|seuraa|liity|liitu|tilaa|lataa|asenna|tue|jälgi|intră|primește|descarcă|susține|انضم|انضموا|اشترك|اشتركوا|سجل في|سجّل|احصل على|احصلوا على|حمّل|ادعم|ادعموا|دانلود|نصب|עקבו|הצטרפו|קבלו|הורידו|"
    "ikuti|gabung|bergabung|sertai|daftar|dapatkan|berlangganan|langgan|unduh|dukung|theo dõi|tham gia|đăng ký|nhận|tải|ติดตาม|เข้าร่วม|สมัคร|ลงทะเบียน|ดาวน์โหลด|关注|關注|加入|添加|订阅|訂閱|注册|下载|下載|支持";

/// Returns the phrases of texts like "a|b|c", longer phrases first.
std::vector<std::string_view> PhrasesOf(std::initializer_list<std::string_view> sources) {
  std::vector<std::string_view> phrases;
  for (const std::string_view source : sources) {
    const std::vector<std::string_view> more = Split(source, "|");
    phrases.insert(phrases.end(), more.begin(), more.end());
  }
  text::SortStably(phrases, [](std::string_view each) { return -static_cast<int64_t>(each.size()); });
  return phrases;
}

}  // namespace

PhraseList LoneNotices() {
  static const auto kPhrases = PhrasesOf({kAds, kContinues, kShares, kListens, kReadingTimes});
  return kPhrases;
}

PhraseList LoneNoticeFillers() {
  static const auto kPhrases = PhrasesOf({kFillers});
  return kPhrases;
}

PhraseList LoneNoticePlaces() {
  static const auto kPhrases = PhrasesOf({kPlaces});
  return kPhrases;
}

PhraseList LinkLabels() {
  static const std::vector<std::string_view> kPhrases = [] {
    std::vector<std::string_view> phrases = PhrasesOf({kLinkLabels});
    for (const PhraseList more : {EndHeadings(), ReadMorePhrases(), TailHeadings()}) {
      phrases.insert(phrases.end(), more.begin(), more.end());
    }
    text::SortStably(phrases, [](std::string_view each) { return -static_cast<int64_t>(each.size()); });
    return phrases;
  }();
  return kPhrases;
}

PhraseList TagLineLabels() {
  static const std::vector<std::string_view> kPhrases = [] {
    std::vector<std::string_view> phrases = PhrasesOf({kTagLabels});
    phrases.insert(phrases.end(), TagLabels().begin(), TagLabels().end());
    text::SortStably(phrases, [](std::string_view each) { return -static_cast<int64_t>(each.size()); });
    return phrases;
  }();
  return kPhrases;
}

std::span<const CallForm> CallForms() {
  static const std::array<std::vector<std::string_view>, 10> kLists = {
      PhrasesOf({kSubscribe}), PhrasesOf({kNewsletters}), PhrasesOf({kFollow}),
      PhrasesOf({kNetworks}),  PhrasesOf({kInstall}),     PhrasesOf({kApps}), PhrasesOf({kSupport}), PhrasesOf({kJournalism}),
      PhrasesOf({kReports}),   PhrasesOf({kWriteToUs})};
  static const std::array<CallForm, 5> kForms = {{{kLists[0], kLists[1]}, {kLists[2], kLists[3]}, {kLists[4], kLists[5]}, {kLists[6], kLists[7]}, {kLists[8], kLists[9]}}};
  return kForms;
}

PhraseList CallEndings() {
  static const auto kPhrases = PhrasesOf({kCallEndings});
  return kPhrases;
}

PhraseList PublisherWords() {
  static const auto kPhrases = PhrasesOf({kPublisher});
  return kPhrases;
}

PhraseList PublisherParts() {
  static const auto kPhrases = PhrasesOf({kPublisherParts});
  return kPhrases;
}

PhraseList StatementBeginnings() {
  static const auto kPhrases = PhrasesOf({kStatementBeginnings, kReports});
  return kPhrases;
}

PhraseList SpeechWords() {
  static const auto kPhrases = PhrasesOf({kSpeech});
  return kPhrases;
}

PhraseList WideSpeechWords() {
  static const auto kPhrases = PhrasesOf({kWideSpeech});
  return kPhrases;
}

}  // namespace newsmill::extract::lexicon
// clang-format on
