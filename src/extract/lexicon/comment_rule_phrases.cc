#include "comment_rule_phrases.h"

#include <array>

// clang-format off
namespace newsmill::extract::lexicon {
namespace {

// The words are in these languages: English, German, French, Spanish,
// Portuguese, Italian, Dutch, Polish, Czech, Slovak, Russian, Ukrainian,
// Swedish, Danish, Norwegian, Finnish, Turkish, Greek, Romanian, Hungarian,
// Arabic, Persian, Hindi, Indonesian, Vietnamese, Chinese, Japanese, Korean.
constexpr auto kComments = std::to_array<std::string_view>({
    "comments", "commenter", "commenting", "all comment", "each comment", "every comment", "commentaire", "kommentar", "kommentier", "leserbrief", "comentari", "comentári", "commento", "commenti", "reactie", "reageer", "reageren", "komentarz", "komentář",
    "komentár", "komentov", "комментар", "коментар", "komment", "yorum", "σχόλι", "σχολι", "hozzászól", "تعليق", "التعليق", "دیدگاه", "نظرات", "نظر شما", "نظر خود", "टिप्पणी", "टिप्पणि", "मंतव्य", "মন্তব্য",
    "komentar", "bình luận", "评论", "評論", "留言", "コメント", "댓글", "תגוב", "ความคิดเห็น",
});

constexpr auto kRules = std::to_array<std::string_view>({
    "guideline", "moderat", "house rules", "community rules", "community standards", "our rules", "these rules", "respectful", "courteous", "be civil", "civil discussion", "civil debate", "stay civil", "keep it civil", "polite", "on topic", "off topic", "off-topic", "abusive", "offensive", "insult", "defamat", "libel", "personal attack",
    "hate speech", "will be deleted", "will be removed", "be removed", "be deleted", "we reserve", "reserve the right", "appear on", "be about", "profan", "obscen", "spam", "before they appear", "before it appears", "we may quote",
    "netiquette", "moderier", "moderation", "höflich", "respektvoll", "sachlich", "beleidig", "gelöscht", "löschen", "behalten uns", "behält sich", "freigeschaltet", "regeln", "diskussionsregeln", "hausregeln", "veröffentlichen wir nicht", "beim thema",
    "modér", "charte", "courtois", "respectueu", "injur", "diffamatoire", "supprim", "réserve le droit", "réservons le droit", "règles", "haineu", "hors sujet",
    "moderad", "moderaci", "moderar", "normas", "respetuos", "ofensiv", "eliminad", "eliminar", "reserva el derecho", "reservamos el derecho", "difamator", "injurios", "reglas",
    "moderação", "regras", "respeitos", "removid", "apagad", "reserva-se", "reservamo", "difamat", "ofens",
    "moderat", "regole", "rispettos", "rimoss", "cancellat", "riserva il diritto", "riserviamo", "diffamator", "offes", "civili",
    "huisregels", "spelregels", "gemodereerd", "respectvol", "beledig", "verwijder", "behoudt zich", "behouden ons", "fatsoen", "netjes", "on-topic",
    "regulamin", "moderac", "moderow", "kulturaln", "kultury dyskusji", "kulturę", "obraź", "obraż", "wulgar", "usuwa", "usunię", "zastrzega", "zasad",
    "pravidl", "pravidiel", "moderov", "moderát", "moderuj", "slušn", "urážliv", "vulgár", "vulgar", "smaz", "smaž", "odstran", "odstraň", "vyhrazuje", "vyhradz", "maza", "zmaza",
    "правил", "модерир", "модерат", "вежлив", "уважительн", "оскорб", "удаля", "удален", "удалит", "оставляет за собой", "оставляем за собой", "нецензур", "ввічлив", "поваж", "образлив", "лайлив", "модеру", "видаля", "видален", "залишає за собою", "залишаємо за собою", "нецензурн",
    "regler", "moderer", "hövlig", "respektfull", "saklig", "kränk", "tas bort", "raderas", "förbehåller", "påhopp",
    "retningslin", "respektfuld", "høflig", "sletter", "slettes", "fjerne", "krænk", "krenk", "injurier", "forbeholder", "sjikane", "god tone",
    "säännö", "moderoi", "asialli", "kohteli", "loukkaav", "poiste", "poistam", "pidät", "kunnioit", "herja",
    "kural", "küfür", "hakaret", "saygılı", "onaylan", "silin", "yayınlanma", "denetle", "hukuka", "rencide",
    "κανόν", "ευγεν", "υβριστικ", "προσβλητικ", "διαγράφ", "διαγραφ", "διατηρεί το δικαίωμα", "διατηρούμε το δικαίωμα", "σεβασμ",
    "reguli", "regulil", "jignit", "injuri", "civiliz", "șters", "șterge", "rezervă dreptul", "rezervăm dreptul", "respectuos", "limbaj",
    "szabály", "sértő", "udvarias", "töröl", "törl", "fenntart", "moderál", "tiszteletteljes",
    "قواعد", "شروط", "إساءة", "الإساءة", "مسيئ", "المسيئ", "حذف", "تحذف", "نحتفظ", "تحتفظ", "احترام", "باحترام", "لائق", "قوانین", "توهین", "منتشر نمی", "منتشر نخواه", "تایید", "تأیید", "محترمانه", "افترا",
    "नियम", "अभद्र", "अपमान", "हटा", "शालीन", "मॉडरेट", "নিয়ম", "অশালীন", "মুছে", "শালীন", "আপত্তিকর",
    "aturan", "sopan", "unsur sara", "kasar", "dihapus", "menghapus", "berhak", "moderasi", "dimoderasi", "quy tắc", "quy định", "lịch sự", "văn minh", "xúc phạm", "xóa", "xoá", "kiểm duyệt",
    "规则", "規則", "守则", "守則", "文明", "理性", "删除", "刪除", "审核", "審核", "侮辱", "辱骂", "遵守", "尊重", "人身攻击", "ルール", "ガイドライン", "誹謗", "中傷", "削除", "承認", "禁止", "お控え", "礼儀", "マナー",
    "운영", "규정", "규칙", "욕설", "비방", "삭제", "삼가", "예의", "존중", "כללי", "מכבד", "פוגע", "יימחק", "กฎ", "สุภาพ", "ลบ", "หยาบคาย",
});

// A rule speaks to the reader or for the site. A report about comments has the
// words above, but not these.
constexpr auto kVoices = std::to_array<std::string_view>({
    "please ", "please,", "your comment", "your post", "your opinion", "your view", "your name", "keep your", "keep comments", "keep it", "be civil", "be polite", "be respectful", "be courteous", "stay on topic", "stay civil", "we reserve", "we moderate", "we delete", "we remove", "we do not publish", "we may", "we encourage", "we welcome", "our guidelines", "our rules",
    "our community", "our house", "our moderat", "our comment", "our policy", "our terms", "are moderated", "before they appear",
    "bitte ", "bitten wir", "bleiben sie", "beachten sie", "halten sie", "wir behalten", "behalten uns", "behält sich", "wir löschen", "löschen wir", "veröffentlichen wir", "wir veröffentlichen", "wir freuen", "wir bitten", "unsere regeln", "unseren regeln", "unsere diskussionsregeln", "unsere hausregeln", "unsere netiquette", "werden moderiert",
    "merci de", "veuillez", "votre commentaire", "vos commentaires", "réserve le droit", "réservons le droit", "notre charte", "nos règles", "nous modérons", "nous supprim", "soyez", "restez", "respectez", "sont modérés", "sont modérées",
    "por favor", "tu comentario", "tus comentarios", "rogamos", "reserva el derecho", "reservamos el derecho", "nuestras normas", "nuestras reglas", "nuestra política", "deja tu", "eliminaremos", "sé respetuos", "sea respetuos", "son moderados",
    "pedimos", "deixe o seu", "deixe seu", "reserva-se o direito", "reservamo", "nossas regras", "nossos termos", "não publicamos", "seja respeitos", "são moderados",
    "per favore", "si prega", "preghiamo", "il tuo commento", "i tuoi commenti", "i vostri commenti", "riserva il diritto", "riserviamo", "nostre regole", "nostra policy", "invitiamo", "siate", "sono moderati",
    "houd ", "gelieve", "alstublieft", "alsjeblieft", "je reactie", "uw reactie", "jouw reactie", "onze huisregels", "onze spelregels", "onze regels", "behouden ons", "behoudt zich", "wij verwijderen", "we verwijderen", "worden gemodereerd",
    "prosimy", "twój komentarz", "twoje komentarz", "zastrzegamy", "zastrzega sobie", "nasz regulamin", "naszego regulaminu", "naszym regulamin", "usuwamy", "zachęcamy", "są moderowane",
    "prosíme", "váš komentář", "vaše komentáře", "váš komentár", "vaše komentáre", "vyhrazuje", "vyhradz", "naše pravidla", "našich pravid", "našimi pravid", "odstraníme", "odstraňujeme", "odstránime", "smažeme", "mažeme", "dodržujte", "dodržiavajte",
    "пожалуйста", "просим", "ваш комментар", "ваши комментар", "оставляет за собой", "оставляем за собой", "наши правила", "наших правил", "нашим правил", "удаляем", "не публикуем", "соблюдайте", "воздержитесь", "модерируются",
    "будь ласка", "просимо", "ваш коментар", "ваші коментар", "залишає за собою", "залишаємо за собою", "наші правила", "наших правил", "видаляємо", "дотримуйтес", "модеруються",
    "vänligen", "håll dig", "håll en", "håll god", "håll tonen", "din kommentar", "dina kommentarer", "vi tar bort", "vi raderar", "förbehåller", "våra regler", "vi modererar", "modereras", "visa respekt",
    "venligst", "vennligst", "vær ", "dine kommentarer", "vi sletter", "vi fjerner", "forbeholder", "våre regler", "vores regler", "våre retningslin", "vores retningslin", "hold dig", "hold deg", "vis respekt",
    "kommenttisi", "kommenttiasi", "pidätämme", "pidättää oikeuden", "poistamme", "noudata", "muistathan", "sääntöjämme", "moderoimme",
    "lütfen", "yorumunuz", "yorumlarınız", "yorum yaparken", "kurallarımız", "saklı tutar", "yayınlamıyoruz", "onaylanmaz", "onaylanmamaktadır", "onaylandıktan sonra",
    "παρακαλ", "σχόλιό σας", "σχόλιο σας", "σχόλιά σας", "σχόλια σας", "διατηρούμε το δικαίωμα", "διατηρεί το δικαίωμα", "κανόνες μας", "διαγράφουμε",
    "vă rugăm", "te rugăm", "comentariul tău", "comentariul dumneavoastră", "comentariile voastre", "rezervăm dreptul", "rezervă dreptul", "regulile noastre", "ștergem", "respectați",
    "kérjük", "kérünk", "fenntartjuk", "fenntartja a jog", "töröljük", "szabályzatunk", "szabályaink", "kommented", "hozzászólásod", "moderáljuk",
    "يرجى", "نرجو", "الرجاء", "نحتفظ", "ونحتفظ", "تحتفظ بحق", "وتحتفظ بحق", "تعليقك", "بتعليقاتكم", "تعليقاتكم", "قواعدنا", "سياستنا", "لن ننشر", "نحذف", "لطفا", "خواهشمند", "نظر شما", "نظر خود", "نظرات شما", "نظرات خود", "دیدگاه شما", "دیدگاه خود", "توسط شما",
    "कृपया", "आपकी टिप्पणी", "अपनी टिप्पणी", "हमारे नियम", "अनुग्रह", "দয়া করে", "অনুগ্রহ", "আপনার মন্তব্য",
    "mohon", "harap ", "silakan", "silahkan", "komentar anda", "kami berhak", "aturan kami", "vui lòng", "bình luận của bạn", "ý kiến của bạn",
    "请文明", "请遵守", "请勿", "请理性", "请注意", "请您", "请尊重", "请自觉", "敬请", "您的", "有权删除", "保留删除", "請文明", "請遵守", "請勿", "請理性", "請注意", "請您", "請尊重", "敬請", "有權刪除", "保留刪除", "ください", "お控え", "お願い", "ご遠慮", "ご了承", "削除します", "削除いたします", "削除する場合", "承認制",
    "삼가", "주세요", "바랍니다", "주시기", "부탁", "삭제됩니다", "삭제될 수 있습니다", "삭제합니다", "אנא", "תגובתך", "שומרת לעצמה", "שומרים לעצמנו", "กรุณา", "โปรด", "ขอสงวนสิทธิ์",
});

constexpr auto kOpinionNotices = std::to_array<std::string_view>({
    "do not reflect", "does not reflect", "not necessarily", "do not represent", "not those of", "are those of", "geben nicht", "spiegeln nicht", "nicht die meinung", "ne reflètent pas", "n'engagent que", "no reflejan", "no representan", "não refletem", "não representam",
    "non riflettono", "non rispecchiano", "geven niet", "weerspiegelen niet", "nie odzwierciedlają", "nie odpowiada", "nevyjadřují", "neodráž", "nevyjadruj", "не отража", "может не совпадать", "не совпадает", "не відобража", "не збіга",
    "speglar inte", "återspeglar inte", "afspejler ikke", "gjenspeiler ikke", "eivät edusta", "eivät vastaa", "yansıtma", "δεν εκφράζουν", "δεν απηχούν", "nu reflectă", "nu reprezintă", "nem tükröz", "لا تعبر", "لا تعكس", "بیانگر", "नहीं दर्शा",
    "tidak mencerminkan", "không phản ánh", "不代表", "反映するもの", "代表するもの", "입장을 대변", "의견과 다를", "무관",
});

}  // namespace

PhraseList CommentWords() { return kComments; }
PhraseList RuleWords() { return kRules; }
PhraseList RuleVoices() { return kVoices; }
PhraseList OpinionNoticeWords() { return kOpinionNotices; }

}  // namespace newsmill::extract::lexicon
// clang-format on
