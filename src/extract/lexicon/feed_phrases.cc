#include "feed_phrases.h"

#include <array>
#include <cstdint>
#include <vector>

#include "extract/text/sort_stably.h"

// clang-format off
namespace newsmill::extract::lexicon {
namespace {

// Medium ends a credit with this clause.
constexpr std::string_view kMediumClause =
    "where people are continuing the conversation by highlighting and responding to this story";

// The forms are in these languages: English, German, French, Spanish, Italian,
// Portuguese, Catalan, Galician, Dutch, Swedish, Danish, Norwegian, Finnish,
// Polish, Czech, Slovak, Hungarian, Romanian, Greek, Russian, Ukrainian,
// Bulgarian, Serbian, Croatian, Slovene, Lithuanian, Latvian, Estonian,
// Turkish, Arabic, Persian, Hebrew, Hindi, Bengali, Thai, Vietnamese,
// Indonesian, Malay, Chinese, Japanese, Korean.
constexpr auto kCreditForms = std::to_array<CreditForm>({
    {"The post ", " appeared first on "}, {"The post ", " first appeared on "},
    {"The post ", " was first published on "}, {"The post ", " was originally published on "},
    {"The article ", " appeared first on "}, {"The article ", " first appeared on "},
    {"The story ", " appeared first on "}, {"The story ", " first appeared on "},
    {"This post ", " appeared first on "}, {"This post ", " first appeared on "},
    {"This article ", " appeared first on "}, {"This article ", " first appeared on "},
    {"This article ", " originally appeared on "}, {"This story ", " first appeared on "},
    {"", " appeared first on "}, {"", " first appeared on "}, {"", " originally appeared on "},
    {"", " was originally published in ", kMediumClause}, {"", " was originally published on ", kMediumClause},
    {"Der Beitrag ", " erschien zuerst auf "}, {"Der Beitrag ", " erschien zuerst bei "},
    {"Der Beitrag ", " ist zuerst erschienen auf "}, {"Der Artikel ", " erschien zuerst auf "},
    {"Dieser Beitrag ", " erschien zuerst auf "}, {"Der Post ", " erschien zuerst auf "},
    {"L’article ", " est apparu en premier sur "}, {"L'article ", " est apparu en premier sur "},
    {"Cet article ", " est apparu en premier sur "}, {"L’article ", " est paru en premier sur "},
    {"L’article ", " a été publié en premier sur "}, {"L'article ", " est paru en premier sur "},
    {"Le post ", " est apparu en premier sur "},
    {"La entrada ", " se publicó primero en "}, {"La entrada ", " aparece primero en "},
    {"La entrada ", " apareció primero en "}, {"El artículo ", " se publicó primero en "},
    {"El artículo ", " apareció primero en "}, {"El cargo ", " apareció primero en "},
    {"El post ", " apareció primero en "}, {"La noticia ", " apareció primero en "},
    {"L’articolo ", " proviene da "}, {"L'articolo ", " proviene da "},
    {"L’articolo ", " sembra essere il primo su "}, {"Il post ", " proviene da "},
    {"L’articolo ", " è apparso per la prima volta su "},
    {"O post ", " apareceu primeiro em "}, {"O artigo ", " apareceu primeiro em "},
    {"O conteúdo ", " aparece primeiro em "}, {"O conteúdo ", " apareceu primeiro em "},
    {"O post ", " aparece primeiro em "}, {"A notícia ", " apareceu primeiro em "},
    {"O post ", " foi publicado primeiro em "},
    {"L’entrada ", " ha aparegut primer a "}, {"L'entrada ", " ha aparegut primer a "},
    {"A entrada ", " apareceu primeiro en "}, {"A entrada ", " publicouse primeiro en "},
    {"Het bericht ", " verscheen eerst op "}, {"Het bericht ", " is geplaatst op "},
    {"Het artikel ", " verscheen eerst op "}, {"Dit bericht ", " verscheen eerst op "},
    {"Inlägget ", " dök först upp på "}, {"Artikeln ", " dök först upp på "},
    {"Inlägget ", " publicerades först på "},
    {"Indlægget ", " blev først udgivet på "}, {"Indlægget ", " blev vist første gang den "},
    {"Indlægget ", " dukkede først op på "},
    {"Innlegget ", " dukket først opp på "}, {"Innlegget ", " ble først publisert på "},
    {"Artikkeli ", " julkaistiin ensimmäisen kerran "}, {"Artikkeli ", " ilmestyi ensin "},
    {"Julkaisu ", " ilmestyi ensin "},
    {"Artykuł ", " pochodzi z serwisu "}, {"Artykuł ", " pojawił się poprzednio w "},
    {"Post ", " pojawił się poprzednio w "}, {"Wpis ", " pojawił się poprzednio w "},
    {"Artykuł ", " pojawił się najpierw w "}, {"Wpis ", " pochodzi z serwisu "},
    {"Příspěvek ", " pochází z "}, {"Příspěvek ", " se nejdříve objevil na "},
    {"Článek ", " pochází z "}, {"Článek ", " se nejdříve objevil na "},
    {"Príspevok ", " zobrazený najskôr "}, {"Príspevok ", " sa najskôr objavil na "},
    {"A(z) ", " bejegyzés először "}, {"A ", " bejegyzés először "}, {"Az ", " bejegyzés először "},
    {"Articolul ", " apare prima dată în "}, {"Articolul ", " a apărut prima dată în "},
    {"Articolul ", " apare prima dată pe "}, {"Postarea ", " apare prima dată în "},
    {"Το άρθρο ", " εμφανίστηκε πρώτα "}, {"Η δημοσίευση ", " εμφανίστηκε πρώτα "},
    {"Το άρθρο ", " δημοσιεύτηκε πρώτα "},
    {"Сообщение ", " появились сначала на "}, {"Сообщение ", " появилось сначала на "},
    {"Запись ", " впервые появилась "}, {"Запись ", " появилась сначала на "},
    {"Статья ", " впервые появилась "}, {"Пост ", " впервые появился "},
    {"Запис ", " спершу з’явився на "}, {"Запис ", " спершу з'явився на "},
    {"Запис ", " вперше з’явився "}, {"Запис ", " вперше з'явився "},
    {"Допис ", " вперше з’явився "}, {"Стаття ", " спочатку з’явилася на "},
    {"Публикацията ", " се появи за пръв път "}, {"Публикацията ", " се появи първо на "},
    {"Материалът ", " се появи за първи път "}, {"Статията ", " се появи за първи път "},
    {"Чланак ", " се појављује прво на "}, {"Članak ", " se pojavljuje prvo na "},
    {"Objava ", " pojavila se prvi puta na "}, {"Objava ", " se je pojavila na "},
    {"Prispevek ", " se je pojavil na "}, {"Članak ", " se prvi put pojavio na "},
    {"Įrašas ", " pirmiausia pasirodė "}, {"Ieraksts ", " pirmo reizi parādījās "},
    {"Raksts ", " pirmo reizi parādījās "}, {"Postitus ", " ilmus esmalt "},
    {"", " yazısı ilk önce "}, {"", " ilk olarak "}, {"", " yazısı ilk olarak "},
    {"ظهرت المقالة ", " أولاً على "}, {"ظهرت المقالة ", " أولا على "},
    {"التدوينة ", " ظهرت أولاً على "}, {"المقالة ", " ظهرت أولاً على "},
    {"المقال ", " ظهر أولاً على "}, {"ظهر المقال ", " أولاً على "},
    {"نوشته ", " اولین بار در "}, {"پست ", " اولین بار در "},
    {"הפוסט ", " הופיע לראשונה ב"}, {"הפוסט ", " הופיע ראשון ב"},
    {"पोस्ट ", " पहली बार "}, {"The post ", " पर पहली बार "},
    {"পোস্ট ", " প্রথম প্রকাশিত "}, {"", " প্রথম "},
    {"เรื่อง ", " ปรากฏครั้งแรก"}, {"โพสต์ ", " ปรากฏครั้งแรก"},
    {"Bài viết ", " xuất hiện đầu tiên "}, {"Bài viết ", " xuất hiện lần đầu tiên "},
    {"Artikel ", " pertama kali tampil pada "}, {"Artikel ", " pertama kali muncul di "},
    {"Artikel ", " muncul pertama kali "}, {"Postingan ", " pertama kali tampil pada "},
    {"Kiriman ", " muncul dahulu di "},
    {"", "最先出现在"}, {"", "最先出現於"}, {"", "首先出现在"}, {"", "最早發佈於"}, {"", "最早出现在"},
    {"", "最早发布于"}, {"", "首次出现在"},
    {"", "に最初に表示されました"}, {"", "に最初に登場しました"}, {"", "が最初に表示されました"},
    {"", "에 처음 등장했습니다"}, {"", "에 먼저 나타났습니다"}, {"", "에 처음 게시되었습니다"},
});

// The phrases are in the languages of kCreditForms.
constexpr auto kReadMore = std::to_array<std::string_view>({
    "read more", "read the rest", "read the rest of this entry", "read the full article",
    "read the full story", "read full article", "read full story", "read on", "read the whole story",
    "read entire article", "continue reading", "continue", "keep reading", "full story", "full article",
    "view article", "view full article", "see more", "view more", "learn more", "more", "(more)",
    "click here to read more", "click to read more", "read the original article", "read original article",
    "weiterlesen", "weiter lesen", "mehr lesen", "lesen sie weiter", "lesen sie mehr", "mehr",
    "zum artikel", "zum vollständigen artikel", "ganzen artikel lesen", "artikel lesen", "hier weiterlesen",
    "lire la suite", "lire plus", "lire l’article", "lire l'article", "en savoir plus", "continuer la lecture",
    "poursuivre la lecture", "voir plus", "la suite", "lire l’article complet",
    "leer más", "leer mas", "seguir leyendo", "sigue leyendo", "continuar leyendo", "ver más", "leer completo",
    "leer artículo completo", "leer la noticia completa", "continúa leyendo", "leggi tutto", "leggi di più",
    "continua a leggere", "continua", "leggi l’articolo", "leggi l'articolo", "leggi",
    "leia mais", "ler mais", "continue lendo", "continuar lendo", "continue a ler", "saiba mais", "leia a matéria completa",
    "llegir més", "continua llegint", "ler máis", "lees meer", "lees verder", "verder lezen", "meer lezen",
    "läs mer", "läs mera", "fortsätt läsa", "læs mere", "fortsæt med at læse", "læs videre", "les mer", "fortsett å lese",
    "les videre", "lue lisää", "jatka lukemista", "czytaj więcej", "czytaj dalej", "więcej", "przeczytaj więcej",
    "číst dále", "číst více", "celý článek", "čítať ďalej", "čítať viac", "tovább olvasom", "tovább", "bővebben", "olvass tovább",
    "citește mai mult", "citește mai departe", "citeşte mai mult", "mai mult", "continuă lectura",
    "διαβάστε περισσότερα", "περισσότερα", "συνέχεια", "διαβάστε τη συνέχεια",
    "читать далее", "читать дальше", "читать полностью", "подробнее", "далее", "читать",
    "читати далі", "читати більше", "докладніше", "детальніше", "прочети повече", "прочетете повече", "още", "виж още",
    "прочитај више", "опширније", "pročitaj više", "opširnije", "nastavi čitati", "pročitajte više", "preberi več", "več", "beri dalje",
    "skaityti daugiau", "skaityti toliau", "lasīt vairāk", "lasīt tālāk", "loe edasi", "loe rohkem",
    "devamını oku", "devamı", "okumaya devam et", "daha fazla oku", "daha fazlası",
    "اقرأ المزيد", "إقرأ المزيد", "اقرا المزيد", "المزيد", "متابعة القراءة", "أكمل القراءة", "تابع القراءة",
    "ادامه مطلب", "ادامه", "بیشتر بخوانید", "ادامه خواندن", "קרא עוד", "המשך קריאה", "קראו עוד", "להמשך קריאה",
    "और पढ़ें", "आगे पढ़ें", "विस्तार से पढ़ें", "আরও পড়ুন", "বিস্তারিত পড়ুন", "مزید پڑھیں",
    "อ่านต่อ", "อ่านเพิ่มเติม", "đọc thêm", "xem thêm", "đọc tiếp", "baca selengkapnya", "selengkapnya", "baca lagi", "lanjutkan membaca",
    "阅读更多", "阅读全文", "继续阅读", "查看更多", "查看全文", "更多", "閱讀更多", "閱讀全文", "繼續閱讀", "查看全文", "全文",
    "read more on our website", "read more on our site", "read the full post", "read the entire article", "read the whole article",
    "mehr erfahren", "mehr dazu", "den ganzen artikel lesen", "den vollständigen artikel lesen", "den ganzen beitrag lesen",
    "vollständigen artikel lesen", "ganzen beitrag lesen", "zum ganzen artikel", "zum beitrag",
    "lire la suite sur le site", "lire la suite sur notre site", "lire la suite de l’article", "lire la suite de l'article",
    "lire l’article en entier", "lire l'article en entier", "lire l'article complet", "lire tout l’article",
    "leer la nota completa", "leer nota completa", "ver nota completa", "leer la noticia", "leer noticia completa",
    "leer el artículo completo", "leer más en la web", "leggi tutto l’articolo", "leggi l’articolo completo",
    "leggi l'articolo completo", "leggi la notizia completa", "continua a leggere sul sito",
    "leia a notícia completa", "ler notícia completa", "ler a notícia completa", "leia na íntegra", "leia o artigo completo",
    "lees het hele artikel", "lees het volledige artikel", "hele artikel lezen", "läs hela artikeln", "læs hele artiklen",
    "les hele saken", "les hele artikkelen", "lue koko juttu", "lue koko artikkeli", "czytaj cały artykuł",
    "przeczytaj cały artykuł", "číst celý článek", "čítať celý článok", "читать статью полностью", "читати повністю",
    "続きをみる", "続きを見る", "記事の続きを読む", "全文を見る", "阅读原文", "查看原文", "閱讀原文", "点击查看全文", "点击阅读全文",
    "続きを読む", "もっと読む", "続きはこちら", "全文を読む", "記事全文を読む", "더 읽기", "더 보기", "더보기", "계속 읽기", "기사 전문 보기", "자세히 보기",
});

constexpr auto kOneWordCalls = std::to_array<std::string_view>({
    "continue", "more", "mehr", "continua", "leggi", "więcej", "tovább", "bővebben", "περισσότερα", "συνέχεια",
    "подробнее", "далее", "читать", "докладніше", "детальніше", "още", "опширније", "opširnije", "več", "devamı",
    "المزيد", "ادامه", "更多", "全文",
});

constexpr auto kItemNotices = std::to_array<std::string_view>({
    "[link]", "[comments]", "[link] [comments]", "submitted by /u/", "submitted by u/",
    "article url:", "comments url:", "points:", "# comments:", "add comment", "comments (",
    "leave a comment", "view comments", "permalink", "share this", "email this",
});

// The headings are in the languages of kCreditForms.
constexpr auto kTailHeadings = std::to_array<std::string_view>({
    "similar posts", "related reading", "more posts", "like this", "like loading", "share", "share it", "spread the word",
    "ähnliche beiträge", "verwandte beiträge", "weitere beiträge", "mehr beiträge", "teilen mit", "teilen", "beitrag teilen", "gefällt mir",
    "articles en rapport", "sur le même thème", "lire également", "partager", "partager cet article", "j’aime ceci",
    "entradas relacionadas", "publicaciones relacionadas", "comparte esto", "compartir", "comparte", "me gusta esto",
    "articoli simili", "leggi anche", "condividi", "condividi su", "mi piace",
    "posts relacionados", "postagens relacionadas", "compartilhe isso", "compartilhar", "compartilhe", "curtir isso",
    "gerelateerde berichten", "meer berichten", "delen", "vind ik leuk", "relaterade inlägg", "relaterade artiklar", "dela", "dela med",
    "relaterede indlæg", "relaterede artikler", "del", "relaterte innlegg", "relaterte artikler", "aiheeseen liittyvää", "jaa",
    "podobne wpisy", "powiązane wpisy", "zobacz również", "udostępnij", "související články", "související příspěvky", "sdílet",
    "súvisiace články", "kapcsolódó cikkek", "megosztás", "articole similare", "articole asemănătoare", "distribuie",
    "σχετικά άρθρα", "κοινοποίηση", "похожие записи", "похожие статьи", "поделиться", "схожі записи", "схожі статті", "поділитися",
    "подобни публикации", "споделете", "повезани чланци", "povezani članci", "povezane objave", "podijeli", "podeli", "sorodni članki", "deli",
    "benzer yazılar", "ilgili yazılar", "paylaş", "bunu paylaş", "مقالات ذات صلة", "مواضيع ذات صلة", "شارك هذا الموضوع", "شارك", "مرتبط",
    "مطالب مرتبط", "نوشته‌های مشابه", "פוסטים קשורים", "כתבות נוספות", "שתפו", "संबंधित पोस्ट", "संबंधित खबरें", "शेयर करें", "সম্পর্কিত পোস্ট",
    "เรื่องที่เกี่ยวข้อง", "แชร์", "bài viết liên quan", "chia sẻ", "artikel lainnya", "pos terkait", "bagikan ini", "bagikan",
    "相关文章", "相关日志", "相關文章", "分享到", "分享此文", "関連記事", "関連投稿", "共有", "シェア", "관련 글", "관련 기사", "공유하기",
});

}  // namespace

PhraseList TailHeadings() { return kTailHeadings; }

std::span<const CreditForm> CreditForms() { return kCreditForms; }

PhraseList CreditMiddles() {
  static const std::vector<std::string_view> kMiddles = [] {
    std::vector<std::string_view> middles;
    middles.reserve(kCreditForms.size());
    for (const CreditForm& form : kCreditForms) middles.push_back(form.middle);
    return middles;
  }();
  return kMiddles;
}

PhraseList ReadMorePhrases() {
  static const std::vector<std::string_view> kLongestFirst = [] {
    std::vector<std::string_view> phrases(kReadMore.begin(), kReadMore.end());
    text::SortStably(phrases, [](std::string_view each) {
      return -static_cast<int64_t>(each.size());
    });
    return phrases;
  }();
  return kLongestFirst;
}

PhraseList OneWordCalls() { return kOneWordCalls; }

PhraseList ItemNotices() { return kItemNotices; }

}  // namespace newsmill::extract::lexicon
// clang-format on
