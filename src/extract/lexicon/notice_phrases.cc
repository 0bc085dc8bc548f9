#include <algorithm>
#include <array>

#include "phrases.h"

// clang-format off
namespace newsmill::extract::lexicon {
namespace {

// Languages: English, German, French, Spanish, Italian, Portuguese, Dutch,
// Russian, Chinese, Japanese, Korean, Arabic, Turkish, Indonesian, Polish.
constexpr std::array<std::string_view, 216> kEndHeadings = {
    "a lire aussi", "also in news", "also read", "around the web",
    "articles les plus lus", "articles liés", "articles similaires",
    "articoli correlati", "artigos relacionados", "artikel terkait",
    "artículos relacionados", "auch interessant", "aus dem ressort",
    "baca juga", "beliebte artikel", "berita terkait", "comments section",
    "contenido relacionado", "czytaj także", "czytaj też",
    "dans la même rubrique", "das könnte dich auch interessieren",
    "das könnte sie auch interessieren", "deixe um comentário",
    "deja un comentario", "diğer haberler", "don't miss",
    "elsewhere on the web", "en çok okunanlar", "from the web",
    "further reading", "gerelateerde artikelen", "i più letti",
    "ilgili haberler", "in case you missed it", "in this section",
    "join the conversation", "join the discussion", "keep reading",
    "laisser un commentaire", "latest articles", "latest news", "latest posts",
    "latest stories", "lea también", "leave a comment", "leave a reply",
    "leave your comment", "lee también", "lees ook", "leggi anche",
    "leia também", "les plus lus", "lesen sie auch",
    "lesen sie mehr zum thema", "lire aussi", "lo más leído", "lo más visto",
    "mais lidas", "meest gelezen", "mehr zum thema", "meist gelesen",
    "meistgelesen", "meistgelesene artikel", "more from this section",
    "more in news", "more like this", "more news", "more on this story",
    "more on this topic", "more stories", "more to read", "most popular",
    "most read", "most viewed", "más información", "más leídas",
    "más noticias", "más sobre este tema", "najczęściej czytane",
    "neueste artikel", "neueste nachrichten", "noticias relacionadas",
    "notícias relacionadas", "other news", "other stories", "others also read",
    "plus d'articles", "popular", "popular now", "popular stories",
    "potrebbe interessarti", "powiązane artykuły", "read next",
    "readers also read", "recent articles", "recent news", "recent posts",
    "recommended", "recommended for you", "recommended stories", "related",
    "related articles", "related content", "related coverage", "related links",
    "related news", "related posts", "related stories", "related topics",
    "see also", "similar articles", "special reports", "sponsored stories",
    "sur le même sujet", "sur le même thème", "también te puede interesar",
    "te podría interesar", "te puede interesar", "terpopuler", "top stories",
    "trending", "trending now", "trending stories", "ultime notizie",
    "up next", "veja também", "verwandte artikel", "verwandte themen",
    "vous aimerez aussi", "weitere artikel", "weitere meldungen",
    "weitere nachrichten", "weitere themen", "what to read next",
    "you may also like", "you may like", "you might also like",
    "you might be interested in", "zobacz także", "à découvrir",
    "à lire aussi", "à ne pas manquer", "ähnliche artikel", "últimas noticias",
    "últimas notícias", "другие новости", "ещё по теме", "материалы по теме",
    "новости партнеров", "новости по теме", "по теме", "популярное",
    "последние новости", "похожие материалы", "похожие новости", "рекомендуем",
    "самое читаемое", "смотрите также", "читайте также", "читать также",
    "آخر الأخبار", "أخبار ذات صلة", "اقرأ أيضا", "اقرأ أيضاً", "اقرأ ايضا",
    "الأكثر قراءة", "الأكثر مشاهدة", "شاهد أيضا", "شاهد أيضاً", "قد يعجبك أيضا",
    "مقالات ذات صلة", "مواضيع ذات صلة", "あわせて読みたい", "おすすめ",
    "おすすめ記事", "アクセスランキング", "ランキング", "为您推荐", "人気記事",
    "发表评论", "延伸閱讀", "延伸阅读", "排行榜", "推荐阅读", "推薦閱讀",
    "新闻排行", "更多报道", "更多新闻", "最新文章", "最新新闻", "最新記事",
    "点击排行", "热点新闻", "热门推荐", "热门文章", "热门新闻", "熱門新聞",
    "猜你喜欢", "相关报道", "相关文章", "相关新闻", "相关链接", "相关阅读",
    "相關新聞", "相關閱讀", "精彩推荐", "编辑推荐", "网友评论", "関連ニュース",
    "関連記事", "관련 기사", "관련기사", "많이 본 뉴스", "인기기사",
    "추천 기사",};
static_assert(std::ranges::is_sorted(kEndHeadings));

constexpr std::array<std::string_view, 294> kNoticeBeginnings = {
    "share this", "share on ", "share article", "tweet this", "read more:",
    "read more about", "read also:", "also read:", "also read |", "read:",
    "read next:", "see also:", "see more:", "related:", "related stories:",
    "more:", "more on:", "watch:", "watch |", "listen:", "follow us on",
    "follow us at", "follow @", "like us on", "join us on",
    "join our ", "sign up for", "sign up to", "subscribe to ", "subscribe for",
    "subscribe now", "click here", "tap here", "download the ", "download our",
    "photo:", "photos:", "photo by", "photo credit", "photograph:",
    "file photo", "image:", "image credit", "image source", "picture:",
    "video:", "partners:", "our partners:", "friendly links", "links:", "tel:",
    "phone:", "fax:", "e-mail:", "email:", "address:", "contact us at",
    "contact us:", "for more news", "for more information, visit",
    "for the latest news", "for the latest ", "get the latest", "get our ",
    "stay up to date", "stay informed", "stay tuned",
    "this article was originally published",
    "this article was first published", "this story was originally",
    "this story has been", "this post was originally", "the views expressed",
    "the opinions expressed", "we use cookies", "this site uses cookies",
    "this website uses cookies", "by continuing to use", "by using this site",
    "your email address will not", "you must be logged in", "please enable",
    "please log in", "already a subscriber", "already have an account",
    "want to read more", "register to read", "to continue reading",
    "you have reached your", "become a member",
    "sponsored by", "posted in ", "filed under",
    "scroll down", "swipe ", "posted by anonymous", "editing by ",
    "reporting by ", "(reporting by ", "(editing by ",
    "(writing by ", "last updated by ", "reading time",
    "estimated reading time", "read time", "min read", "submit your",
    "got a story", "have a tip", "lesen sie auch",
    "lesen sie mehr", "lesen sie hier", "mehr dazu", "mehr zum thema", "mehr:",
    "auch interessant", "folgen sie uns", "abonnieren sie", "jetzt abonnieren",
    "jetzt anmelden", "newsletter bestellen", "melden sie sich", "foto:",
    "fotos:", "bild:", "symbolbild", "quelle bild", "dieser artikel erschien",
    "dieser artikel wurde", "wir verwenden cookies", "diese website verwendet",
    "bereits abonnent", "lesezeit", "partner:", "telefon:", "lire aussi",
    "à lire aussi", "a lire aussi", "lire également", "voir aussi",
    "suivez-nous", "abonnez-vous", "inscrivez-vous", "photo :", "crédit photo",
    "temps de lecture", "nous utilisons des cookies", "partenaires :",
    "déjà abonné", "cet article est réservé", "lea también", "lee también",
    "lea más", "leer más", "también te puede", "te puede interesar:",
    "ver también", "síguenos en", "síganos en", "suscríbete", "suscríbase",
    "regístrate", "fotografía:", "imagen:", "utilizamos cookies",
    "tiempo de lectura", "socios:", "leggi anche", "iscriviti", "seguici su",
    "leia também", "leia mais", "veja também", "siga ", "inscreva-se",
    "assine ", "crédito:", "lees ook", "читайте также", "читать также",
    "подписывайтесь", "подпишитесь", "следите за", "фото:", "видео:",
    "смотрите также", "нашли ошибку", "если вы нашли ошибку",
    "выделите ошибку", "при использовании материалов", "время чтения",
    "партнёры:", "партнеры:", "相关阅读：", "相关新闻：", "推荐阅读：",
    "延伸阅读：", "更多新闻：", "责任编辑", "责编", "编辑：", "编辑:",
    "（责任编辑", "(责任编辑", "（编辑", "(编辑", "［责任编辑", "[责任编辑",
    "【责任编辑", "【编辑", "值班编辑", "审核：", "校对：", "监制：",
    "本文来源", "本文系", "声明：", "免责声明：", "特别声明", "版权声明",
    "未经授权", "转载请注明", "如需转载", "扫码", "扫描二维码", "扫一扫",
    "关注我们", "关注微信", "欢迎关注", "欢迎订阅", "点击进入", "点击查看",
    "点击下载", "下载客户端", "图片来源", "图：", "友情链接", "合作伙伴：",
    "合作媒体", "联系电话", "电话：", "地址：", "邮箱：", "举报电话",
    "违法和不良信息", "互联网新闻信息", "信息网络传播", "增值电信",
    "京公网安备", "京icp", "沪icp", "粤icp", "浙icp", "苏icp", "備案",
    "网站备案", "責任編輯", "編輯：", "更多新聞", "圖片來源", "関連記事",
    "写真：", "写真＝", "【関連記事】", "【写真】", "【関連】", "フォローする",
    "記事の続き", "この記事は", "無断転載", "관련기사", "무단전재",
    "무단 전재", "저작권자", "اقرأ أيضا", "اقرأ أيضاً", "اقرأ ايضا",
    "إقرأ أيضا", "شاهد أيضا", "تابعونا", "تابعنا على", "اشترك في", "للمزيد",
    "حمل تطبيق", "صورة:", "الشركاء:", "جميع الحقوق", "baca juga", "ikuti kami",
    "ayrıca okuyun", "bizi takip", "czytaj także", "czytaj też", "zobacz też",};

constexpr std::array<std::string_view, 42> kNoticeParts = {
    "all rights reserved", "alle rechte vorbehalten", "tous droits réservés",
    "todos los derechos reservados", "todos os direitos reservados",
    "tutti i diritti riservati", "все права защищены",
    "may not be published, broadcast, rewritten",
    "without prior written permission", "terms of service and privacy policy",
    "privacy policy and terms", "公网安备", "icp备", "icp證", "icp证", "icp備",
    "网络视听许可证", "新闻信息服务许可证", "增值电信业务",
    "违法和不良信息举报", "未经书面授权", "版权所有", "無断転載", "무단전재",
    "جميع الحقوق محفوظة", "subscribe to our newsletter",
    "sign up for our newsletter", "follow us on facebook",
    "follow us on twitter", "newsletter abonnieren",
    "inscrivez-vous à notre newsletter", "suscríbete a nuestr",
    "подписывайтесь на наш", "jetzt newsletter", "download our mobile app",
    "join our whatsapp", "join our telegram", "click here to ",
    "klicken sie hier", "cliquez ici", "haga clic aquí", "click to share",};

constexpr std::array<std::string_view, 32> kTagLabels = {
    "tags:", "tag:", "topics:", "keywords:", "key words:", "filed under:",
    "schlagwörter:", "schlagworte:", "stichworte:", "themen:", "mots-clés",
    "mots clés", "etiquetas:", "palabras clave", "temas:", "parole chiave",
    "palavras-chave", "теги:", "метки:", "ключевые слова", "关键词", "关键字",
    "標籤：", "标签：", "标签:", "タグ：", "タグ:", "キーワード", "태그",
    "الكلمات المفتاحية", "كلمات مفتاحية", "الوسوم",};

constexpr std::array<std::string_view, 45> kCountedThings = {
    "comments", "comment", "views", "view", "shares", "share", "likes",
    "reads", "read", "votes", "min read", "mins read", "minute read",
    "minutes read", "min", "minutes ago", "hours ago", "hour ago", "days ago",
    "day ago", "min. lesezeit", "min lesezeit", "kommentare", "kommentar",
    "aufrufe", "commentaires", "commentaire", "partages", "vues",
    "comentarios", "compartidos", "vistas", "comentários", "комментариев",
    "комментария", "комментарий", "просмотров", "条评论", "评论", "次阅读",
    "阅读", "件のコメント", "تعليقات", "تعليق", "مشاهدة",};

}  // namespace

PhraseList EndHeadings() { return kEndHeadings; }
PhraseList NoticeBeginnings() { return kNoticeBeginnings; }
PhraseList NoticeParts() { return kNoticeParts; }
PhraseList TagLabels() { return kTagLabels; }
PhraseList CountedThings() { return kCountedThings; }

}  // namespace newsmill::extract::lexicon
// clang-format on
