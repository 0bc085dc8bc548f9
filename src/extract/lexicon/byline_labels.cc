#include <algorithm>
#include <array>
#include <string_view>

#include "phrases.h"

// clang-format off
namespace newsmill::extract::lexicon {
namespace {

// Labels of bylines that label_phrases.cc does not contain. The labels are in
// lower case and separated by "|". Each source line contains labels of one or
// two languages.

/// Labels before the names of authors. These labels need a colon, because they
/// are also ordinary words.
constexpr std::string_view kAuthorLabelsWithColon =
    "words|by line|reported from|lead author|"
    "ein text von|verfasst|gastautor|gastbeitrag|redacteur|tekst en foto|tekst en beeld|"
    "rédacteur|autrice|autrices|auteure|journalistes|"
    "redactor|redactora|reportero|reportera|periodistas|articulista|autoras|"
    "testo di|autrici|autori|giornalisti|jornalista|jornalistas|repórter|repórteres|reportagem|autoria|"
    "verslaggever|tekst door|av reporter|skribent|textförfattare|"
    "reportar|skribenter|journalister|tekst og foto|tekst og bilder|tekst og billeder|"
    "kirjoittaja|kirjoittajat|toimittajat|teksti ja kuvat|"
    "opracowanie|opracowali|przygotował|przygotowała|dziennikarz|redakcja tekstu|tekst i zdjęcia|autorstwo|"
    "autorky|autoři textu|redaktor článku|redaktorka|redaktor textu|autorka článku|text a foto|zpracoval|zpracovala|novinář|novinářka|"
    "novinár|novinárka|spracoval|spracovala|autori|"
    "szerzők|a szerző|szöveg|újságíró|tudósító|riporter|"
    "autori|autoare|autoarea|jurnalist|reporter|a consemnat|"
    "репортер|журналист|журналистка|авторка|авторки|автора|авторът|материал на|"
    "autorica|autorice|autori|novinar|novinarka|piše i snima|tekst i foto|tekst i fotografije|tekst napisao|tekst napisala|"
    "аутор|аутори|ауторка|новинар|новинарка|текст и фото|пише|"
    "avtorica|avtorji|avtorja|novinarka|besedilo|besedilo in foto|"
    "συντάκτρια|συντάκτες|κείμενο|κείμενα|αρθρογράφος|δημοσιογράφος|ρεπορτάζ|επιμέλεια|του/της|"
    "авторка|автор статьи|автор текста|автор материала|журналист|журналистка|обозреватель|репортаж|материал подготовил|материал подготовила|"
    "автор статті|журналіст|журналістка|автор тексту|авторка тексту|кореспондент|кореспондентка|"
    "haberi yazan|haberi hazırlayan|hazırlayan|muhabirler|gazeteci|yazarlar|derleyen|"
    "الكاتبة|المراسل|المراسلة|مراسل|الصحفي|الصحفية|كاتب المقال|تقرير|كتابة|المحرر|"
    "نویسندگان|خبرنگار|گزارش|گزارشگر|نگارنده|گزارش از|"
    "כותב|כותבת|הכותב|הכותבת|כתב|כתבת|מחבר|מחברת|עיתונאי|"
    "रिपोर्ट|रिपोर्टर|संवाददाता|लेखिका|लेखन|द्वारा लिखित|लेखक के बारे में|पत्रकार|प्रतिनिधि|प्रतिनिधी|वार्ताहर|"
    "প্রতিবেদন|লেখিকা|রচনা|সাংবাদিক|রিপোর্ট|"
    "எழுதியவர்|ஆசிரியர்|செய்தியாளர்|நிருபர்|எழுத்து|கட்டுரையாளர்|தொகுப்பு|"
    "రచయిత|రచన|విలేకరి|రిపోర్టర్|લેખક|લેખિકા|પત્રકાર|ਲੇਖਕ|ਰਿਪੋਰਟ|ਪੱਤਰਕਾਰ|ലേഖകൻ|എഴുതിയത്|തയ്യാറാക്കിയത്|ಲೇಖಕ|ಲೇಖಕರು|ವರದಿ|ವರದಿಗಾರ|කතෘ|ලේඛක|"
    "تحریر|رپورٹ|مصنف|مصنفہ|رپورٹر|نامہ نگار|"
    "ผู้เขียน|เรื่อง|ผู้สื่อข่าว|นักข่าว|เขียน|เรียบเรียง|รายงาน|"
    "phóng viên|bài|bài viết|người viết|bài và ảnh|thực hiện|biên soạn|nhà báo|"
    "wartawan|pewarta|jurnalis|kontributor|oleh wartawan|"
    "著者|筆者|ライター|取材|取材・執筆|取材・構成|文責|構成|寫手|文字|采写|采写记者|撰稿|撰稿人|撰写|特约记者|本報記者|記者姓名|文章作者|通讯员|记者署名|文・写真|文と写真|编译|編譯|"
    "글·사진|글쓴이|작성자|취재|취재기자|취재·글|지은이|필자|기고|취재 기자|글 사진|"
    "autor del text|autors|autora del text|redacció de|egilea|autoría|xornalista|"
    "ajakirjanik|autorid|kirjutaja|toimetas|žurnālists|žurnāliste|autore|teksts|foto un teksts|teksta autors|teksta autore|"
    "autorius|autoriai|tekstas|parengė|tekstą parengė|žurnalistas|žurnalistė|straipsnio autorius|"
    "mwandishi|waandishi|imeandaliwa na|autori|gazetar|gazetare|shkrimi|teksti|ავტორი|ჟურნალისტი|հեղինակ|լրագրող|müəllif|jurnalist|"
    "авторы|авторлары|muallif|blaðamaður|texti|ዘጋቢ|ጸሐፊ|зохиогч|сэтгүүлч|aŭtoro";

/// Labels before the names of authors. These labels need no colon.
constexpr std::string_view kAuthorLabels =
    "analysis by|opinion by|commentary by|comment by|column by|guest column by|essay by|report by|special report by|"
    "photos and text by|text and photography by|photography and text by|photos and words by|pictures and words by|photos and story by|기자명|"
    "fotos und text von|photos et texte de|fotos y texto de|foto e testo di|foto och text av|foto's en tekst door|"
    "van onze verslaggever|van onze verslaggeefster|van onze correspondent|van onze redacteur|"
    "feature by|editorial by|exclusive by|profile by|compiled by|contributed by|prepared by|text and photos by|words and pictures by|"
    "words and photos by|story and photos by|stories by|reviewed and written by|news analysis by|perspective by|op-ed by|guest essay by|"
    "dispatch by|investigation by|explainer by|created by|authored by|an article by|"
    "eine analyse von|ein kommentar von|ein gastbeitrag von|ein gastkommentar von|eine reportage von|ein essay von|analyse von|kommentar von|"
    "interview von|text von|gastbeitrag von|reportage von|ein interview von|eine kolumne von|kolumne von|von unserem korrespondenten|"
    "von unserer korrespondentin|aufgezeichnet von|protokolliert von|"
    "texte de|texte par|textes par|analyse de|analyse par|chronique de|article de|entretien par|par notre correspondant|"
    "par notre correspondante|de notre correspondant|de notre correspondante|un article de|tribune de|enquête de|reportage de|signé par|"
    "texto de|textos de|análisis de|opinión de|reportaje de|entrevista de|un artículo de|redactada por|elaborado por|columna de|crónica de|"
    "texto por|análise de|reportagem de|opinião de|publicada por|crónica por|um artigo de|"
    "testo di|analisi di|articolo di|commento di|intervista di|un articolo di|dal nostro inviato|dalla nostra inviata|dal nostro corrispondente|"
    "dalla nostra corrispondente|di redazione|reportage di|"
    "tekst door|analyse door|opinie door|een artikel van|opgetekend door|reportage door|geschreven en gefotografeerd door|"
    "text av|analys av|krönika av|av vår korrespondent|en artikel av|tekst av|analyse av|kommentar av|tekst af|analyse af|kommentar af|"
    "skrevet og fotografert av|af vores korrespondent|"
    "napisali|tekst opracował|tekst opracowała|przygotowali|tekst przygotował|tekst przygotowała|"
    "napsali|připravil|připravila|text připravil|napísal|napísala|napísali|pripravil|pripravila|"
    "írta és fényképezte|készítette|szerző és fotó|"
    "un articol de|text de|o analiză de|un material de|scris și fotografiat de|publicat de către|"
    "написа|написал|написала|написали|написав|написали|підготував|підготувала|підготували|подготвил|подготви|текстът е на|"
    "pišu|pišeta|napisao|napisali|napisal|napisala|pripremio|pripremila|pripravila|pripravil|zapisao|zapisala|"
    "пишу|написао|написала|припремио|припремила|"
    "γράφουν|γράφουν οι|γράφουν ο|της δημοσιογράφου|του δημοσιογράφου|ρεπορτάζ του|ρεπορτάζ της|από τον|από την|"
    "подготовили|материал подготовил|материал подготовила|текст подготовил|текст подготовила|текст подготовили|беседовала|беседовал|"
    "haberi yazan|kaleme alan|yazanlar|"
    "كتبه|كتبها|إعداد وتقرير|بقلم الكاتب|كتب المقال|حاوره|حاورها|حاورته|تقرير من إعداد|من إعداد|"
    "به قلم|نوشته‌ی|نوشته\xE2\x80\x8Cی|نوشتهٔ|نوشته ی|نوشته|"
    "מאת כתב|כתבה|כתבו|מאת כתבנו|מאת כתבתנו|"
    "लिखित|লিখেছেন|লিখছেন|எழுதியவர்|தொகுத்தவர்|"
    "از قلم|تحریر و تحقیق|"
    "เขียนโดย|เรื่องโดย|รายงานโดย|เรียบเรียงโดย|viết bởi|bài của|được viết bởi|bài viết của|"
    "dilaporkan oleh|laporan oleh|tulisan oleh|ditulis dan difoto oleh|disusun oleh|"
    "escrit i fotografiat per|un article de|text de|kirjutas|kirjutasid|pani kirja|raksta|rakstīja|sagatavoja|parašė|rašo|parengė|kalbino|"
    "imeandikwa na|na mwandishi|isinulat ni|ulat ni|geskryf deur|shkruan|shkruar nga|nga gazetari|skrifaði|ysgrifennwyd gan|scríofa ag|"
    "пишува|автор на текстот";

/// Labels before the names of photographers, translators and others. These
/// labels need no colon.
constexpr std::string_view kOtherLabels =
    "photo by|photos by|photograph by|photographs by|photographed by|photography by|picture by|pictures by|images by|image by|"
    "illustration by|illustrations by|illustrated by|artwork by|graphic by|graphics by|video by|videos by|modeled by|modelled by|styled by|"
    "styling by|hair by|makeup by|hair and makeup by|translated by|translation by|produced by|edited by|curated by|fact-checked by|designed by|"
    "cover by|art by|drawings by|cartoon by|narrated by|"
    "fotos von|foto von|fotografiert von|illustriert von|illustration von|illustrationen von|übersetzt von|aus dem englischen von|bearbeitet von|"
    "photos de|photo de|photographies de|illustrations de|illustration de|traduit par|illustré par|photos par|édité par|"
    "fotos de|foto de|fotografías de|fotografía de|ilustraciones de|ilustración de|ilustrado por|traducido por|editado por|fotos por|"
    "foto di|fotografie di|illustrazioni di|illustrazione di|traduzione di|fotografias de|fotografia de|ilustração de|ilustrações de|"
    "foto door|foto's door|beeld door|illustratie door|vertaald door|foto av|bilder av|illustration av|foto af|illustreret af|oversat af|"
    "zdjęcia wykonał|tłumaczył|tłumaczyła|přeložil|přeložila|fordította|переклав|переклала|перевел|перевела|"
    "fotograflar|çeviren|ภาพโดย|แปลโดย|ảnh của|foto oleh|diterjemahkan oleh";

/// Labels before the names of photographers, translators and others. These
/// labels need a colon, because they are also ordinary words.
constexpr std::string_view kOtherLabelsWithColon =
    "illustration|illustrations|illustrator|graphic|graphics|video|videos|picture|pictures|images|image|hair|makeup|model|models|stylist|"
    "translation|translator|producer|tags|topics|fotos|fotograf|fotografin|bild|bilder|illustrator|grafik|lektorat|übersetzung|"
    "photos|photographe|photographies|illustrateur|fotografía|fotografías|fotógrafo|ilustración|ilustraciones|fotografia|fotografias|"
    "ilustração|fotografie|illustrazione|illustrazioni|fotograaf|beeld|illustratie|foto's|fotografie|kuva|kuvat|kuvaaja|zdjęcia|fot|"
    "ilustracje|fotografie|ilustrace|fotó|fotók|illusztráció|fotografii|снимка|снимки|фотограф|фото|фотографије|fotografija|fotografije|"
    "φωτογραφία|φωτογραφίες|φωτογράφος|иллюстрации|иллюстрация|фотографии|редакция|перевод|видео|світлини|редакторка|переклад|"
    "fotoğraf|fotoğraflar|editör|çeviri|تصوير|صور|ترجمة|عکس|عکاس|ویراستار|ترجمه|دبیر|צילום|צילומים|עריכה|איור|תרגום|"
    "फोटो|संपादन|अनुवाद|छायाचित्र|ছবি|সম্পাদনা|অনুবাদ|படங்கள்|புகைப்படம்|ภาพ|ช่างภาพ|บรรณาธิการ|ảnh|biên tập|biên dịch|"
    "foto oleh|fotografer|editor|penyunting|"
    "写真|撮影|イラスト|編集者|編集部|校正|翻訳|监制|编审|制图|图片|视频|翻译|翻譯|攝影|圖|圖片|剪辑|审校|责任编辑|值班编辑|一审|二审|三审|"
    "사진|그림|편집|영상|편집자|번역|foto autors|toimetaja|nuotraukos|nuotr|foto autor|redaktorius|fotogrāfs|picha|mhariri";

struct Source {
  std::string_view phrases;
  Label label;
  bool needs_colon;
};
constexpr std::array<Source, 4> kSources = {{
    {kAuthorLabels, Label::kAuthor, false},
    {kAuthorLabelsWithColon, Label::kAuthor, true},
    {kOtherLabels, Label::kEditor, false},
    {kOtherLabelsWithColon, Label::kEditor, true},
}};

}  // namespace

std::vector<LabelName> BylineLabels() {
  std::vector<LabelName> labels;
  for (const Source& source : kSources) {
    std::string_view rest = source.phrases;
    while (!rest.empty()) {
      const std::string_view name = rest.substr(0, rest.find('|'));
      rest.remove_prefix(std::min(name.size() + 1, rest.size()));
      if (!name.empty()) {
        labels.push_back({name, source.label, source.needs_colon});
      }
    }
  }
  return labels;
}

}  // namespace newsmill::extract::lexicon
// clang-format on
