#include "byline_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "newsmill/base/ascii.h"

namespace newsmill::extract::lexicon {
namespace {

// clang-format off
/// Words for roles, in lower case. Each source line contains words of one or
/// two languages.
constexpr std::string_view kRoleWords =
    "analyst anchor author blogger columnist columnists commentator contributor "
    "contributors correspondent correspondents critic editor editors freelancer "
    "journalist journalists photographer photojournalist producer reporter reporters writer writers "
    "president director chairman chairwoman chairperson ceo cfo cto coo cofounder founder manager "
    "economist strategist consultant specialist staffer intern "
    "chefredakteur chefredakteurin gastautor gastautorin journalistin journalisten korrespondent "
    "korrespondentin kolumnist kolumnistin redakteur redakteurin reporterin volontär volontärin mitarbeiter mitarbeiterin "
    "journaliste journalistes chroniqueur chroniqueuse correspondant correspondante envoyé envoyée "
    "rédacteur rédactrice éditorialiste reporteur "
    "periodista periodistas redactor redactora corresponsal columnista reportero reportera enviado enviada "
    "colaborador colaboradora editora "
    "giornalista giornaliste inviato inviata corrispondente redattore redattrice collaboratore collaboratrice "
    "direttore direttrice editorialista "
    "jornalista jornalistas repórter correspondente redator redatora colunista enviado enviada "
    "verslaggever verslaggeefster redacteur correspondente journaliste medewerker "
    "journalist reporter korrespondent redaktör reporterare krönikör ledarskribent skribent "
    "redaktør medarbejder forfatter kommentator kulturredaktør spaltist frilansjournalist "
    "toimittaja kirjeenvaihtaja päätoimittaja avustaja kolumnisti reportteri "
    "dziennikarz dziennikarka korespondent korespondentka reporter reporterka redaktor redaktorka "
    "redaktor redaktorka novinář novinářka zpravodaj zpravodajka reportér reportérka komentátor komentátorka "
    "novinár novinárka spravodajca spravodajkyňa "
    "újságíró tudósító szerkesztő munkatárs riporter főszerkesztő rovatvezető "
    "jurnalist jurnalistă reporteră redactor redactoră corespondent corespondentă editorialist "
    "журналист журналистка кореспондент кореспондентка репортер репортерка редактор "
    "novinar novinarka dopisnik dopisnica urednik urednica reporterka novinarka "
    "новинар новинарка дописник дописница уредник уредница извештач "
    "δημοσιογράφος ανταποκριτής ανταποκρίτρια ρεπόρτερ αρθρογράφος συντάκτης συντάκτρια αρχισυντάκτης "
    "корреспондент корреспондентка обозреватель колумнист спецкор собкор журналистка "
    "журналіст журналістка кореспондентка оглядач оглядачка редакторка репортерка "
    "muhabir muhabiri gazeteci yazar yazarı editör editörü köşe "
    "مراسل مراسلة مراسلنا صحفي صحفية صحافي صحافية محرر محررة كاتب كاتبة "
    "خبرنگار روزنامه‌نگار روزنامه\xE2\x80\x8Bنگار روزنامهنگار گزارشگر نویسنده دبیر سردبیر "
    "לענייני כתב כתבת כתבנו כתבתנו כתבי עיתונאי עיתונאית פרשן פרשנית עורך עורכת "
    "संवाददाता पत्रकार रिपोर्टर संपादक लेखक लेखिका ब्यूरो प्रतिनिधि "
    "প্রতিবেদক সাংবাদিক প্রতিনিধি সংবাদদাতা রিপোর্টার সম্পাদক "
    "செய்தியாளர் பத்திரிகையாளர் நிருபர் ஆசிரியர் "
    "प्रतिनिधी वार्ताहर बातमीदार संपादक "
    "విలేకరి పాత్రికేయుడు రిపోర్టర్ ప్రతినిధి "
    "પત્રકાર સંવાદદાતા રિપોર્ટર ਪੱਤਰਕਾਰ ਰਿਪੋਰਟਰ ലേഖകൻ റിപ്പോർട്ടർ മാധ്യമപ്രവർത്തകൻ ವರದಿಗಾರ ಪತ್ರಕರ್ತ "
    "صحافی رپورٹر نمائندہ نامہ‌نگار "
    "ผู้สื่อข่าว นักข่าว นักเขียน บรรณาธิการ คอลัมนิสต์ "
    "wartawan wartawati jurnalis kontributor redaktur koresponden penulis "
    "기자 특파원 논설위원 선임기자 편집위원 칼럼니스트 인턴기자 수습기자 객원기자 전문기자 대기자 앵커 아나운서 통신원 "
    "리포터 편집국장 부장 "
    "ajakirjanik korrespondent toimetaja reporter žurnālists žurnāliste korespondents korespondente redaktors redaktore "
    "žurnalistas žurnalistė korespondentas korespondentė redaktorius redaktorė apžvalgininkas apžvalgininkė "
    "mwandishi mwanahabari ripota gazetar gazetare gazetari ჟურნალისტი კორესპონდენტი լրագրող թղթակից jurnalist müxbir "
    "blaðamaður fréttamaður kazetaria xornalista ዘጋቢ сэтгүүлч журналисті тілшісі muxbiri";

/// Roles that German and similar languages put at the end of a compound word:
/// "redakteur" in "Sportredakteur".
constexpr std::array<std::string_view, 20> kRoleEnds = {
    "redakteur", "redakteurin", "redaktør", "redaktör", "redacteur", "redactrice",
    "korrespondent", "korrespondentin", "correspondent", "journalist", "journalistin",
    "reporter", "reporterin", "kolumnist", "skribent", "toimittaja", "kirjeenvaihtaja",
    "redaktor", "chef", "medarbejder"};

constexpr std::array<std::string_view, 19> kRolePhrases = {
    "phóng viên", "nhà báo", "cộng tác viên", "biên tập viên", "نامہ نگار", "خصوصی نمائندہ", "روزنامه نگار",
    "köşe yazarı", "dal nostro inviato", "dalla nostra inviata", "staff writer", "vice president", "special to",
    "từ nhóm", "നമ്മുടെ ലേഖകൻ", "বিশেষ প্রতিনিধি", "నా ప్రతినిధి", "wakil kami", "our man"};

constexpr std::array<std::string_view, 33> kBeforeWide = {
    "本报见习记者", "本报特约记者", "新华社记者", "中新社记者", "中新网记者", "新華社記者", "央视记者", "本报记者", "本報記者", "本刊记者", "本网记者",
    "特约记者", "特約記者", "见习记者", "實習記者", "实习记者", "特约撰稿", "编集委员", "編集委員", "論説委員", "ライター", "編集部　", "編集部 ",
    "通讯员", "通訊員", "实习生", "特派員", "特派员", "撰稿人", "記者", "记者", "作者", "撰稿"};
constexpr std::array<std::string_view, 26> kAfterWide = {
    "摄影报道", "综合报道", "綜合報導", "現場報導", "特约记者", "特約記者", "本报记者", "編集委員", "論説委員", "解説委員",
    "スタッフ", "ライター", "特派員", "特派员", "編集長", "支局長", "通讯员", "記者", "记者", "報導", "报道", "報道", "報告",
    "さん", "撰", "氏"};

constexpr std::string_view kButtonWords =
    "a about account add alert alerts all and archive article articles at author back bio biography bookmark by "
    "click close comment comments connect contact content contributor copied copy directly discover editor email "
    "expand explore facebook feed feeds find follow followed following for from full get hide home in instagram is join latest "
    "learn less like link linkedin listen live load log login logout me menu more most my new newer newsletter next notifications "
    "now of older on open our page play podcast podcasts post posts previous print profile profiles read recent register "
    "related rss save saved search see send share show sign site skip stories story subscribe subscribed the this to topic topics "
    "toggle tweet twitter unfollow up us via video videos view visit watch website whatsapp with work works you your "
    "stream streaming audio posted published updated reply replies latest out in off "
    "abonnieren alle anmelden anzeigen artikel auf autoren autors beiträge dem den der des diesem die einloggen folgen "
    "folge kommentare lesen mehr merken merkliste profil registrieren schließen schreiben teilen von vom weitere weiterlesen "
    "zum zur zurück kommentieren ansehen live jetzt link kopiert drucken speichern "
    "abonner afficher articles auteur commentaires commenter connecter connexion consulter cet cette copié de du en "
    "direct enregistrer et imprimer inscrire l'auteur la le les lire l'article partager plus s'abonner se ses son suivre sur tous "
    "tout voir regarder lien "
    "acceder artículos autor biografía comentar comentarios compartir con copiado del directo el enlace enviar entrar "
    "este guardar iniciar leer los más noticias perfil por registrarse seguir sesión suscríbete suscribirse todas todos "
    "ver en vivo "
    "accedi altri articoli autore biografia commenta commenti condividi copia copiato di dell'autore diretta gli guarda "
    "iscriviti leggi link profilo questo registrati salva scopri segui stampa tutti tutto vedi "
    "acessar artigos assine assistir biografia comentar comentários compartilhar copiado do entrar imprimir link mais "
    "matérias o os partilhar perfil seguir salvar todas todos vivo vídeo "
    "alle artikelen bekijk deel delen inloggen lees meer over profiel reageer reacties van volg volgen alles deze auteur "
    "alla artiklar följ läs mer om logga kommentera spara visa alle artikler del følg følge læs mere les mer logg log ind inn se "
    "lue lisää jaa seuraa kaikki jutut tilaa kirjaudu "
    "czytaj komentarze obserwuj profil skomentuj subskrybuj udostępnij więcej wszystkie artykuły zaloguj się zobacz drukuj zapisz "
    "číst další články komentáře odebírat přihlásit sdílet sledovat více zobrazit všechny profil vytisknout uložit "
    "čítať ďalšie zdieľať sledovať viac prihlásiť "
    "megosztás követés tovább bejelentkezés hozzászólások olvass összes cikk "
    "citește mai mult distribuie urmărește toate articolele comentarii autentificare "
    "podijeli prati pročitaj više svi članci komentari prijavi prijava подели прати више сви чланци коментари "
    "виж още сподели абонирай коментари всички статии вход "
    "δείτε περισσότερα διαβάστε όλα τα άρθρα κοινοποίηση σύνδεση σχόλια ακολουθήστε "
    "все авторе войти вход выйти еще ещё комментарии комментировать материалы об ответить поделиться подписаться "
    "подробнее профиль прочитать регистрация сохранить статьи смотреть читать автора далее печать эфир прямой "
    "автором все коментарі матеріали підписатися поділитися профіль увійти читати всі статті більше "
    "takip et paylaş yorum yorumlar yap devamı oku tüm yazıları haberleri giriş üye ol abone canlı izle kaydet "
    "تابع شارك مشاركة المزيد اقرأ تعليق تعليقات التعليقات متابعة اشترك الدخول تسجيل كل المقالات مقالات الكاتب شاهد البث المباشر "
    "بیشتر بخوانید اشتراک گذاری نظر نظرات ورود عضویت دنبال کنید همه مطالب پخش زنده "
    "שתף שיתוף עקוב מעקב תגובות הגב קרא עוד כל הכתבות התחבר התחברות הרשמה שידור חי "
    "शेयर करें फॉलो और पढ़ें लॉगिन टिप्पणी सभी लेख देखें लाइव "
    "แชร์ ติดตาม อ่านต่อ เข้าสู่ระบบ สมัครสมาชิก ความคิดเห็น ดูทั้งหมด "
    "chia sẻ theo dõi đăng nhập xem thêm bình luận đọc tiếp "
    "bagikan ikuti selengkapnya baca juga masuk daftar komentar lihat semua artikel simpan "
    "退出 登录 登入 登出 注册 註冊 关注 關注 分享 评论 評論 收藏 更多 查看更多 查看全部 返回 首页 首頁 订阅 訂閱 点赞 直播 "
    "立即登录 我要评论 复制链接 打印 举报 留言 追蹤 追踪 加入會員 "
    "ログイン ログアウト 会員登録 フォロー フォローする シェア シェアする コメント もっと見る 一覧 記事一覧 続きを読む 保存 印刷 購読 "
    "로그인 로그아웃 회원가입 구독 구독하기 공유 공유하기 댓글 더보기 팔로우 인쇄 저장 기사 기사보기 다른 다른기사 보기 스크랩 생방송 전체보기";
// clang-format on

std::vector<std::string_view> SortedWordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::string_view word = TakeWord(text);
    if (!word.empty()) words.push_back(word);
  }
  std::ranges::sort(words);
  return words;
}

}  // namespace

bool IsRoleWord(std::string_view word) {
  static const std::vector<std::string_view> kWords = SortedWordsOf(kRoleWords);
  constexpr size_t kMinCompound = 3;  // minimum bytes before the role
  return std::ranges::binary_search(kWords, word) ||
         std::ranges::any_of(kRoleEnds, [&](std::string_view end) {
           return word.size() >= end.size() + kMinCompound &&
                  word.ends_with(end);
         });
}

PhraseList RolePhrases() { return kRolePhrases; }
PhraseList RolesBeforeWideNames() { return kBeforeWide; }
PhraseList RolesAfterWideNames() { return kAfterWide; }

bool IsButtonWord(std::string_view word) {
  static const std::vector<std::string_view> kWords =
      SortedWordsOf(kButtonWords);
  return std::ranges::binary_search(kWords, word);
}

}  // namespace newsmill::extract::lexicon
