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
    "komentár", "komentov", "комментар", "коментар", "komment", "yorum", "σχόλι", "σχολι", "hozzászól", "تعليق", "التعليق", "دیدگاه", "نظر", "टिप्पणी", "टिप्पणि", "मंतव्य", "মন্তব্য",
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
    "säännö", "moderoi", "asialli", "kohteli", "loukkaav", "poiste", "pidät", "kunnioit", "herja",
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

constexpr auto kOpinionNotices = std::to_array<std::string_view>({
    "do not reflect", "does not reflect", "not necessarily", "do not represent", "not those of", "are those of", "geben nicht", "spiegeln nicht", "nicht die meinung", "ne reflètent pas", "n'engagent que", "no reflejan", "no representan", "não refletem", "não representam",
    "non riflettono", "non rispecchiano", "geven niet", "weerspiegelen niet", "nie odzwierciedlają", "nie odpowiada", "nevyjadřují", "neodráž", "nevyjadruj", "не отража", "может не совпадать", "не совпадает", "не відобража", "не збіга",
    "speglar inte", "återspeglar inte", "afspejler ikke", "gjenspeiler ikke", "eivät edusta", "eivät vastaa", "yansıtma", "δεν εκφράζουν", "δεν απηχούν", "nu reflectă", "nu reprezintă", "nem tükröz", "لا تعبر", "لا تعكس", "بیانگر", "नहीं दर्शा",
    "tidak mencerminkan", "không phản ánh", "不代表", "反映するもの", "代表するもの", "입장을 대변", "의견과 다를", "무관",
});

}  // namespace

PhraseList CommentWords() { return kComments; }
PhraseList RuleWords() { return kRules; }
PhraseList OpinionNoticeWords() { return kOpinionNotices; }

}  // namespace newsmill::extract::lexicon
// clang-format on
