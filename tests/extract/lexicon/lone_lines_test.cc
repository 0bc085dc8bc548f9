#include "extract/lexicon/lone_lines.h"

#include "gtest/gtest.h"

namespace newsmill::extract::lexicon {
namespace {

bool IsNotice(std::string_view text) { return IsLoneNotice(FoldedLine(text)); }
bool IsCall(std::string_view text) { return IsCallLine(FoldedLine(text)); }
/// Returns the text after the label, or "no label".
std::string AfterLabel(std::string_view text) {
  const std::string folded = FoldedLine(text);
  const LineLabel label = LinkLabelOf(folded);
  return label.bytes == 0 ? "no label" : folded.substr(label.bytes);
}
bool HasTagLabel(std::string_view text) {
  return TagLabelOf(FoldedLine(text)).separated;
}

TEST(LoneLinesTest, LabelsOfAdvertisementsAreNotices) {
  for (const std::string_view text :
       {"ADVERTISEMENT",
        "Advertisement – continue reading below",
        "[Advertisement]",
        "This article continues after the advertisement",
        "Weiterlesen nach der Werbung",
        "Story continues below advertisement",
        "— Article continues below —",
        "Anzeige",
        "Weiterlesen nach der Anzeige",
        "Publicité",
        "La suite après cette publicité",
        "Publicidad",
        "Continúa después de la publicidad",
        "Continua após a publicidade",
        "Pubblicità",
        "L’articolo continua dopo la pubblicità",
        "Tekst gaat verder onder de advertentie",
        "REKLAMA",
        "Dalsza część artykułu pod reklamą",
        "Článek pokračuje pod reklamou",
        "Реклама",
        "Продолжение после рекламы",
        "Продовження після реклами",
        "Artikeln fortsätter under annonsen",
        "Artiklen fortsætter efter annoncen",
        "Saken fortsetter under annonsen",
        "Juttu jatkuu mainoksen jälkeen",
        "Haberin devamı aşağıda",
        "ΔΙΑΦΗΜΙΣΗ",
        "Το άρθρο συνεχίζεται μετά τη διαφήμιση",
        "Articolul continuă după publicitate",
        "A cikk a hirdetés után folytatódik",
        "إعلان",
        "تابع القراءة بعد الإعلان",
        "آگهی",
        "פרסומת",
        "विज्ञापन",
        "বিজ্ঞাপন",
        "Iklan",
        "Artikel berlanjut setelah iklan",
        "Quảng cáo",
        "โฆษณา",
        "广告",
        "請繼續往下閱讀",
        "広告",
        "광고",
        "- 광고 -"}) {
    EXPECT_TRUE(IsNotice(text)) << text;
  }
}

TEST(LoneLinesTest, ReadingTimesAreNotices) {
  for (const std::string_view text : {"4 min read",
                                      "Reading time: 4 minutes",
                                      "3-minute read",
                                      "Lesezeit: ca. 5 Minuten",
                                      "5 Min. Lesezeit",
                                      "Temps de lecture : 3 min",
                                      "Tiempo de lectura: 4 minutos",
                                      "Tempo di lettura: 2 minuti",
                                      "4 min de leitura",
                                      "Leestijd: 3 minuten",
                                      "Czas czytania: 4 min.",
                                      "Doba čtení: 3 min",
                                      "Время чтения: 5 минут",
                                      "Час читання: 5 хв",
                                      "Lästid: 4 min",
                                      "Læsetid: 3 min",
                                      "Lesetid: 3 minutter",
                                      "Lukuaika 4 min",
                                      "Okuma süresi: 3 dakika",
                                      "Χρόνος ανάγνωσης: 3 λεπτά",
                                      "Timp de citire: 4 minute",
                                      "Olvasási idő: 3 perc",
                                      "مدة القراءة: 3 دقائق",
                                      "زمان مطالعه: ۵ دقیقه",
                                      "Waktu baca 3 menit",
                                      "Thời gian đọc: 4 phút",
                                      "阅读时间：5分钟",
                                      "읽는 시간 3분"}) {
    EXPECT_TRUE(IsNotice(text)) << text;
  }
}

TEST(LoneLinesTest, ButtonsAndFormsAreNotices) {
  for (const std::string_view text : {"Share this article",
                                      "Share this on Facebook, Twitter or X",
                                      "Listen to this article",
                                      "Listen to this article (6 min)",
                                      "[Email sent]",
                                      "Your email has been sent.",
                                      "You can’t enter more than 12 emails.",
                                      "Artikel anhören",
                                      "Diesen Artikel teilen",
                                      "Partagez cet article",
                                      "Comparte esta noticia",
                                      "Compartilhe esta notícia",
                                      "Condividi l’articolo",
                                      "Deel dit artikel",
                                      "Udostępnij artykuł",
                                      "Sdílejte článek",
                                      "Поделитесь новостью",
                                      "Dela artikeln",
                                      "Jaa artikkeli",
                                      "Bu haberi paylaş",
                                      "شارك الخبر",
                                      "शेयर करें",
                                      "Bagikan artikel ini",
                                      "分享到",
                                      "記事を聴く",
                                      "기사 듣기"}) {
    EXPECT_TRUE(IsNotice(text)) << text;
  }
}

TEST(LoneLinesTest, ProseIsNoNotice) {
  for (const std::string_view text :
       {"Advertisement is the oldest trade of the town.", "The advertisement",
        "“Advertisement.”", "Share this?", "– Share this.",
        "Share-worthy bread", "Sharing this article is easy", "4 minutes", "12",
        "Anzeigen gegen zwei Fahrer", "Publicité mensongère",
        "Reklama dźwignią handlu", "광고를 본 사람들", "广告业的冬天", ""}) {
    EXPECT_FALSE(IsNotice(text)) << text;
  }
}

TEST(LoneLinesTest, RequestsNameTheirObject) {
  for (const std::string_view text : {"Sign up for our newsletter",
                                      "Get the day’s stories in your inbox.",
                                      "Follow us on Google News for more",
                                      "Join our WhatsApp channel",
                                      "Download our app",
                                      "Like this? Subscribe to our newsletter!",
                                      "Support our journalism",
                                      "Unterstützen Sie unsere Arbeit",
                                      "Abonnieren Sie unseren Newsletter",
                                      "Folgen Sie uns auf Instagram",
                                      "Treten Sie unserem WhatsApp-Kanal bei",
                                      "Inscrivez-vous à notre newsletter",
                                      "Suivez-nous sur Facebook",
                                      "Suscríbete a nuestro boletín",
                                      "Síguenos en Facebook y X",
                                      "Únete a nuestro canal de WhatsApp",
                                      "Assine a nossa newsletter",
                                      "Siga-nos no Instagram",
                                      "Iscriviti alla nostra newsletter",
                                      "Seguici su Telegram",
                                      "Meld je aan voor onze nieuwsbrief",
                                      "Volg ons op Facebook",
                                      "Zapisz się na nasz newsletter",
                                      "Obserwuj nas na Facebooku",
                                      "Sledujte nás na Facebooku",
                                      "Подпишитесь на нашу рассылку",
                                      "Подписывайтесь на наш Telegram",
                                      "Підписуйтесь на наш Telegram",
                                      "Prenumerera på vårt nyhetsbrev",
                                      "Tilmeld dig vores nyhedsbrev",
                                      "Meld deg på vårt nyhetsbrev",
                                      "Tilaa uutiskirje",
                                      "Bültenimize abone olun",
                                      "WhatsApp kanalımızı takip edin",
                                      "Εγγραφείτε στο newsletter μας",
                                      "Ακολουθήστε μας στο Facebook",
                                      "Abonează-te la newsletter",
                                      "Iratkozzon fel hírlevelünkre",
                                      "اشترك في نشرتنا البريدية",
                                      "تابعونا على فيسبوك",
                                      "ما را در تلگرام دنبال کنید",
                                      "हमारे न्यूज़लेटर को सब्सक्राइब करें",
                                      "हमारे व्हाट्सएप चैनल से जुड़ें",
                                      "আমাদের ফেসবুক পেজ ফলো করুন",
                                      "Ikuti kami di Instagram",
                                      "Đăng ký nhận bản tin",
                                      "订阅我们的新闻通讯",
                                      "关注我们的微信公众号",
                                      "ニュースレターに登録する",
                                      "뉴스레터를 구독하세요"}) {
    EXPECT_TRUE(IsCall(text)) << text;
  }
}

TEST(LoneLinesTest, ProseIsNoRequest) {
  for (const std::string_view text :
       {"Sign up for the race closes on Friday, the organisers said.",
        "Follow us inside, the guide told the children.", "Follow us inside",
        "Join our choir", "“Sign up for our newsletter”",
        "Subscribe to our newsletter, wrote the baker on each bag.",
        "Our newsletter is ten years old",
        "Folgen Sie uns, sagte der Förster, und bald sind wir auf Facebook.",
        "Suivez-nous, a dit le guide sur Facebook", "Download the map",
        "ニュースレターは十年続いている", "뉴스레터는 열 살이 되었다"}) {
    EXPECT_FALSE(IsCall(text)) << text;
  }
}

TEST(LoneLinesTest, StatementsWithTheWordsOfARequestAreNoRequest) {
  for (const std::string_view text :
       {"Get well cards for the baker came through WhatsApp groups",
        "Follow the smoke and you reach a Facebook group of gardeners.",
        "Like us, the bees of Aldby are now watched on YouTube.",
        "Register by email alerts. Our town has a choir.",
        "Join hands with the choir and post the song on Instagram.",
        "Subscribe to storm warnings, the town advises, by email alerts.",
        "Support for local journalism fell by half in Aldby.",
        "Lade und Keller sind leer, und der Bäcker klagt auf Facebook.",
        "Werden Sie Mitglied im Chor, kostet der Kuchen nur die Hälfte.",
        "Verpasse ich den Zug, steht der Plan im Newsletter der Bahn.",
        "Sigue sin aparecer el perro que se hizo famoso en Instagram.",
        "Recibe la panadera cada lunes mil pedidos por WhatsApp.",
        "Segui il fiume e arrivi alla casa del pittore famoso su YouTube.",
        "Participe du projet un boulanger connu sur Facebook.",
        "Acompanhe quem quiser a procissão pelo canal do YouTube da vila.",
        "Volg de rivier en je vindt de molen die Facebook veroverde.",
        "Retrouvez le boulanger qui a conquis Facebook avec ses pains.",
        "Não perca o pão nos canais do YouTube da padaria da vila.",
        "Get her bread recipe and half of Facebook is happy.",
        "Word wakker, schreef de bakker in zijn nieuwsbrief aan de klanten.",
        "Dołącz do sąsiadów pisze rolnik na grupie Facebook w Aldby.",
        "Sledujte hladinu řeky radí obec ve skupině na WhatsApp.",
        "Следите за рекой просит деревня жителей через Telegram пекаря.",
        "Слідкуйте за річкою просить село мешканців через Telegram.",
        "Få av våra bagare läser ett nyhetsbrev om bröd.",
        "Få bagere i byen har et nyhedsbrev om brød.",
        "Seuraa kolme viikkoa, jolloin kylä elää ilman Facebook-ryhmää.",
        "Bizi en çok fırıncının Facebook sayfası güldürdü.",
        "Ακολουθήστε το ποτάμι λέει ο μυλωνάς στο Facebook του χωριού.",
        "سجل الخباز ثلاثين رغيفا في صفحة على فيسبوك.",
        "حمل العمدة الشركة تأخير تطبيق الخطة.",
        "انضم ألف خباز إلى مجموعة على تلغرام.",
        "ما را نان تازه و صفحه تلگرام نانوا شاد کرد.",
        "Ikuti lomba roti, dua ribu warga mengirim foto lewat Facebook.",
        "Tham gia cuộc thi có hai nghìn người dùng Facebook trong làng.",
        "ติดตามแม่น้ำทั้งคืนชาวบ้านส่งภาพให้กันทางไลน์",
        "关注面包价格的村民在微信里吵了三天。",
        "下载客户端后面包师发现价格翻倍。",
        "村のパン屋は毎週メルマガを購読する。",
        "마을 사람들은 카카오톡으로 빵을 주문하려고 모두 가입하세요"}) {
    EXPECT_FALSE(IsCall(text)) << text;
  }
}

TEST(LoneLinesTest, ARequestNamesThePublisherOrOnlyItsObject) {
  for (const std::string_view text :
       {"Register for the newsletter", "Subscribe to the newsletter",
        "Follow Aldby Post on Facebook, Instagram and TikTok",
        "For more news, follow us on Facebook", "Follow me on Instagram",
        "Werden Sie Mitglied", "Sigue nuestro canal de WhatsApp",
        "Síguenos en Google Noticias", "Participe do nosso canal no Telegram",
        "Få vårt nyhetsbrev", "انضم إلى قناتنا على تلغرام", "下载客户端",
        "加入我们的微信群", "メルマガを購読する"}) {
    EXPECT_TRUE(IsCall(text)) << text;
  }
}

TEST(LoneLinesTest, RequestsToReportAnErrorAreRequests) {
  for (const std::string_view text :
       {"Found a mistake? Let us know", "Got a tip? Email us",
        "Fehler entdeckt? Schreiben Sie uns!", "¿Viste un error? Avísanos",
        "Encontrou um erro? Avise-nos", "Hai notato un errore? Scrivici",
        "Foutje gezien? Mail ons", "Zauważyłeś błąd? Napisz do nas",
        "Našli jste chybu? Napište nám", "Заметили ошибку? Сообщите нам",
        "Помітили помилку? Напишіть нам", "Hittat ett fel? Tipsa oss",
        "Löysitkö virheen? Kerro meille", "Βρήκατε λάθος; Γράψτε μας"}) {
    EXPECT_TRUE(IsCall(text)) << text;
  }
  for (const std::string_view text :
       {"Found a mistake in the oldest map of Aldby",
        "Let us know the river before we judge the bridge.",
        "Found a mistake in the oldest map, they let us know.",
        "Нашли ошибку пекаря в старой книге",
        "Fehler gefunden haben die Schüler auch im neuen Fahrplan"}) {
    EXPECT_FALSE(IsCall(text)) << text;
  }
}

TEST(LoneLinesTest, NoticesMayBeJoined) {
  for (const std::string_view text :
       {"ANUNCIO | Continúa después del anuncio",
        "Article continues below video",
        "Share on Facebook Share on X Copy link", "Réservé aux abonnés",
        "4 min read · Updated 2 hours ago"}) {
    EXPECT_TRUE(IsNotice(text)) << text;
  }
}

TEST(LoneLinesTest, LabelsOfLinksEndWithTheirMark) {
  EXPECT_EQ(AfterLabel("READ MORE: Rain in Aldby"), "rain in aldby");
  EXPECT_EQ(AfterLabel("[Also read: Rain]"), "rain]");
  EXPECT_EQ(AfterLabel("👉 Lesen Sie auch – Regen"), "regen");
  EXPECT_EQ(AfterLabel("À lire aussi : La pluie"), "la pluie");
  EXPECT_EQ(AfterLabel("اقرأ أيضاً: المطر"), "المطر");
  EXPECT_EQ(AfterLabel("【関連記事】雨"), "雨");
  EXPECT_EQ(AfterLabel("» Read more: Rain"), "rain");
  EXPECT_EQ(AfterLabel("Related:"), "");
  EXPECT_EQ(AfterLabel("Read more about the rain"), "the rain");
}

TEST(LoneLinesTest, LabelsAreInManyLanguages) {
  for (const std::string_view label :
       {"Read also",     "Siehe auch",       "Lire aussi",    "Lea también",
        "Leia também",   "Leggi anche",      "Lees ook",      "Czytaj także",
        "Čtěte také",    "Prečítajte si aj", "Читайте также", "Читайте також",
        "Прочетете още", "Pročitajte i",     "Läs också",     "Læs også",
        "Les også",      "Lue myös",         "Ayrıca okuyun", "Διαβάστε επίσης",
        "Citește și",    "Olvasta már",      "اقرأ أيضا",     "بیشتر بخوانید",
        "קראו גם",       "यह भी पढ़ें",         "আরও পড়ুন",       "Baca juga",
        "Đọc thêm",      "อ่านเพิ่มเติม",        "相关阅读",      "関連記事",
        "관련 기사"}) {
    EXPECT_EQ(AfterLabel(std::string(label) + ": X"), "x") << label;
    EXPECT_EQ(AfterLabel(std::string(label) + ":"), "") << label;
  }
}

TEST(LoneLinesTest, WordsOfProseAreNoLabel) {
  EXPECT_EQ(AfterLabel("Related rates rise in Aldby"), "no label");
  EXPECT_EQ(AfterLabel("\"Read more,\" she said."), "no label");
  EXPECT_EQ(AfterLabel("Read-along evenings: a list"), "no label");
  EXPECT_EQ(AfterLabel("More rain fell in May"), "no label");
  EXPECT_EQ(AfterLabel("Popular songs: a list"), "no label");
}

TEST(LoneLinesTest, OneOrdinaryWordIsNoClearLabel) {
  EXPECT_FALSE(LinkLabelOf("watch").clear);
  EXPECT_TRUE(LinkLabelOf("watch:").clear);
  EXPECT_TRUE(LinkLabelOf("related").clear);
  EXPECT_TRUE(LinkLabelOf("read also").clear);
}

TEST(LoneLinesTest, TagsHaveALabel) {
  for (const std::string_view text : {"Filed under: News",
                                      "Tags: rain, rivers",
                                      "Schlagwörter: Regen",
                                      "Mots-clés : pluie",
                                      "Etiquetas: lluvia",
                                      "Arquivado em: chuva",
                                      "Tagi: deszcz",
                                      "Štítky: déšť",
                                      "Теги: дождь",
                                      "Теги: дощ",
                                      "Etiketter: regn",
                                      "Emner: regn",
                                      "Avainsanat: sade",
                                      "Etiketler: yağmur",
                                      "Ετικέτες: βροχή",
                                      "Etichete: ploaie",
                                      "Címkék: eső",
                                      "الوسوم: مطر",
                                      "برچسب‌ها: باران",
                                      "टैग: बारिश",
                                      "Từ khóa: mưa",
                                      "标签：雨",
                                      "タグ：雨",
                                      "태그: 비"}) {
    EXPECT_TRUE(HasTagLabel(text)) << text;
  }
  EXPECT_FALSE(HasTagLabel("Filed under the wrong name"));
  EXPECT_FALSE(HasTagLabel("Tags on the doors"));
}

TEST(LoneLinesTest, SpeechIsReported) {
  EXPECT_TRUE(ReportsSpeech("it rained, she said"));
  EXPECT_TRUE(ReportsSpeech("„regen“"));
  EXPECT_TRUE(ReportsSpeech("он сказал нет"));
  EXPECT_FALSE(ReportsSpeech("a saidi tale"));
}

}  // namespace
}  // namespace newsmill::extract::lexicon
