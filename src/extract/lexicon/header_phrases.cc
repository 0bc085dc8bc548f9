#include <algorithm>
#include <array>

#include "phrases.h"

// clang-format off
namespace newsmill::extract::lexicon {
namespace {

// The phrases are in these languages: English, German, French, Spanish,
// Italian, Portuguese, Dutch, Russian, Chinese, Japanese, Korean, Arabic,
// Turkish, Indonesian, Polish.
constexpr std::array<std::string_view, 278> kSectionNames = {
    "actualidad", "actualité", "actualités", "africa", "aktuelles", "americas",
    "americas & the caribbean", "américa", "analysis", "arts", "asia",
    "ausland", "auto", "bildung", "books", "brasil", "breaking",
    "breaking news", "business", "business news", "cars", "china", "ciencia",
    "city", "ciência", "climate", "comment", "commentary", "community",
    "courts", "cricket", "crime", "cronaca", "cultura", "culture", "defence",
    "defense", "deportes", "deutschland", "digital", "diplomacy", "economia",
    "economie", "economy", "economía", "editorial", "editorials", "educación",
    "education", "educação", "energy", "entertainment", "environment",
    "environnement", "españa", "esporte", "esteri", "europa", "europe",
    "exclusive", "faits divers", "feature", "features", "feuilleton", "film",
    "finance", "finanzen", "food", "football", "france", "germany",
    "gesellschaft", "gesundheit", "headlines", "health", "home news", "idées",
    "in depth", "in focus", "india", "inland", "internacional",
    "international", "internationale", "interview", "kommentar", "kultur",
    "latest", "latest headlines", "latest news", "law", "leben", "life",
    "lifestyle", "local", "local news", "lokales", "markets", "media",
    "medio ambiente", "meinung", "metro", "middle east", "military", "monde",
    "mondo", "money", "mundo", "music", "médias", "nachrichten", "nacional",
    "nation", "national", "negócios", "netzwelt", "news", "noticias",
    "notizie", "opinion", "opinions", "opinião", "opinión", "pakistan",
    "panorama", "people", "photo", "planète", "politica", "politics",
    "politik", "politique", "política", "portada", "real estate", "region",
    "regional", "reise", "religion", "russia", "régions", "salud", "salute",
    "santé", "saúde", "schlagzeilen", "science", "sciences", "scienza",
    "sociedad", "society", "société", "special report", "sport", "sports",
    "stadt", "style", "sucesos", "tech", "technik", "technology", "tecnología",
    "tennis", "titulares", "top news", "top stories", "travel", "u.s.", "uk",
    "umwelt", "unterhaltung", "us", "usa", "vermischtes", "video", "weather",
    "welt", "wirtschaft", "wissen", "wissenschaft", "world", "world news",
    "à la une", "économie", "última hora", "бизнес", "в мире", "главное",
    "здоровье", "культура", "мир", "мнения", "наука", "новости", "общество",
    "политика", "происшествия", "регионы", "россия", "спорт", "технологии",
    "финансы", "экономика", "أخبار", "أخبار عاجلة", "اقتصاد", "الأخبار",
    "العالم", "تكنولوجيا", "ثقافة", "دولي", "رأي", "رياضة", "سياسة", "صحة",
    "عاجل", "عربي", "علوم", "مجتمع", "محليات", "منوعات", "エンタメ",
    "スポーツ", "ニュース", "今日头条", "体育", "健康", "军事", "台湾", "国内",
    "国内新闻", "国际", "国际新闻", "国際", "國際", "地域", "地方", "头条",
    "娛樂", "娱乐", "房产", "政治", "教育", "教育新闻", "文化", "新聞", "新闻",
    "旅游", "时事", "时政", "暮らし", "最新消息", "本地", "汽车", "港澳",
    "滚动新闻", "热点", "环球", "生活", "社会", "科学", "科技", "経済", "经济",
    "要闻", "评论", "財經", "财经", "速報", "體育", "경제", "과학", "국제",
    "문화", "사회", "스포츠", "연예", "정치",};
static_assert(std::ranges::is_sorted(kSectionNames));

constexpr std::array<std::string_view, 113> kAgencyNames = {
    "aa", "aap", "afp", "afp/dpa", "afp/reuters", "agence france presse",
    "agence france-presse", "agences", "agencias", "agencies", "agenturen",
    "agência brasil", "anadolu", "anadolu agency", "ani", "anp", "ansa",
    "antara", "ap", "ap/reuters", "apa", "app", "associated press",
    "australian associated press", "belga", "bernama", "bloomberg",
    "china news service", "cns", "cp", "ctk", "deutsche presse-agentur", "dpa",
    "dpa/afp", "efe", "epd", "europa press", "europa-press", "getty images",
    "ians", "interfax", "irna", "itar-tass", "jiji press", "keystone-sda",
    "kna", "kuna", "kyodo", "kyodo news", "lusa", "mena", "mti",
    "news agencies", "notimex", "ntb", "pa media", "pap", "petra",
    "press association", "press trust of india", "pti", "qna", "reuters",
    "reuters/afp", "ria novosti", "ritzau", "sana", "sda", "sid", "spa",
    "tass", "telam", "the associated press", "the canadian press", "tt",
    "télam", "upi", "vna", "wam", "wire reports", "xinhua",
    "xinhua news agency", "yonhap", "zuma press", "čtk", "интерфакс", "рейтер",
    "риа новости", "тасс", "أ ف ب", "د ب أ", "رويترز", "سانا", "واس", "وام",
    "وكالات", "ロイター", "中国新闻网", "中新社", "人民日报", "人民网",
    "共同社", "共同通信", "央视新闻", "新华社", "新华网", "新華社", "時事",
    "時事通信", "法新社", "美联社", "路透社", "연합뉴스",};
static_assert(std::ranges::is_sorted(kAgencyNames));

constexpr std::array<std::string_view, 252> kDateFillers = {
    "a", "actualización", "actualizada", "actualizado", "aggiornato",
    "aktualisiert", "alle", "am", "and", "article", "at", "atualizado", "bst",
    "created", "cst", "date", "datum", "de", "del", "den", "der", "di",
    "dienstag", "dimanche", "dinsdag", "do", "domenica", "domingo",
    "donderdag", "donnerstag", "el", "em", "erstellt", "est", "et", "fecha",
    "feira", "first", "fr", "freitag", "fri", "friday", "giovedì", "gmt",
    "godz", "godzina", "h", "hod", "hodin", "hora", "horas", "hrs", "il", "in",
    "issued", "ist", "jeudi", "jour", "jueves", "kl", "klo", "klockan", "las",
    "last", "le", "local", "lundi", "lunedì", "lunes", "m", "maandag", "mardi",
    "martedì", "martes", "mercoledì", "mercredi", "mi", "mis", "mittwoch",
    "miércoles", "mo", "modified", "modifié", "mon", "monday", "montag", "of",
    "om", "on", "op", "ora", "ore", "originally", "p", "par", "pm", "posted",
    "pt", "pubblicato", "publicada", "publicado", "publication", "publie",
    "published", "publié", "quarta", "quinta", "release", "released", "sa",
    "sabato", "samedi", "samstag", "sat", "saturday", "segunda", "sexta", "so",
    "sonnabend", "sonntag", "stand", "sun", "sunday", "sábado", "terça", "the",
    "thu", "thur", "thurs", "thursday", "time", "tue", "tues", "tuesday",
    "uhr", "um", "updated", "utc", "vendredi", "venerdì", "veröffentlicht",
    "viernes", "vom", "vrijdag", "wed", "wednesday", "woensdag", "zaterdag",
    "zondag", "zuerst", "zuletzt", "à", "à jour", "às", "óra", "última", "ώρα",
    "в", "воскресенье", "время", "вторник", "г", "года", "дата", "мск",
    "обновлено", "опубликовано", "понедельник", "пятница", "среда", "суббота",
    "ч", "четверг", "آخر", "الأحد", "الأربعاء", "الإثنين", "الاثنين",
    "الثلاثاء", "الجمعة", "الخميس", "الساعة", "السبت", "النشر", "بتاريخ",
    "تاريخ", "تحديث", "ص", "في", "م", "نشر", "نشرت", "يوم", "น", "เวลา", "一",
    "三", "上", "下", "二", "于", "五", "付", "信", "公", "六", "分", "前", "午", "发", "发布",
    "周", "四", "土", "天", "布", "後", "新", "日", "日曜", "时", "星", "時", "曜", "更", "月",
    "期", "木", "水", "火", "点", "發", "稿", "配", "金", "開", "間", "间", "點", "금요일",
    "목요일", "분", "수요일", "수정", "시", "오전", "오후", "월요일", "일요일", "입력", "토요일", "화요일",};
static_assert(std::ranges::is_sorted(kDateFillers));

}  // namespace

PhraseList SectionNames() { return kSectionNames; }
PhraseList AgencyNames() { return kAgencyNames; }
PhraseList DateFillers() { return kDateFillers; }

}  // namespace newsmill::extract::lexicon
// clang-format on
