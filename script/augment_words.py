"""Lines that sites put into articles, in many languages, for augment_pages.py.

Each row has, for one language: an advertisement label, a line before an
advertisement, a label before a link, a heading of a list of links, a line about
a newsletter, a label before a photographer, a rule for comments, a line about
accounts and a line about topics.
"""

LINES = [line.split("|") for line in """\
Advertisement|The article continues after this ad|Read more|Related stories|\
Sign up for our weekly letter and never miss a story.|Photo|\
Comments are checked before they appear. Please stay polite.|\
Follow us on Facebook and Telegram|Filed under
Sponsored|Scroll down to go on reading|See also|You might also like|\
Like what you read? Our free newsletter comes out every Friday.|Image|\
Please keep comments on topic. Offensive remarks are deleted.|\
Download our app for Android and iPhone|Tags
Ad|Story goes on below this advert|Also read|More from this section|\
Enter your address to receive our briefing each evening.|Picture credit|\
Log in to join the discussion. We reserve the right to remove posts.|\
Share this article with your friends|Topics
Anzeige|Der Text geht nach der Werbung weiter|Lesen Sie auch|Mehr zum Thema|\
Abonnieren Sie unseren kostenlosen Newsletter für jeden Abend.|Foto|\
Bitte bleiben Sie in den Kommentaren sachlich und höflich.|\
Folgen Sie uns auf Instagram|Schlagworte
Publicité|La suite après la publicité|À lire aussi|Sur le même sujet|\
Recevez chaque matin notre lettre d'information gratuite.|Crédit photo|\
Les commentaires sont relus avant leur publication.|\
Suivez-nous sur Facebook|Mots-clés
Publicidad|El artículo sigue después del anuncio|Lea también|\
Noticias relacionadas|Suscríbase a nuestro boletín y reciba lo mejor del día.|\
Fotografía|Los comentarios ofensivos serán borrados por el moderador.|\
Síganos en nuestras redes|Etiquetas
Pubblicità|L'articolo continua dopo la pubblicità|Leggi anche|\
Articoli correlati|Iscriviti alla newsletter gratuita della redazione.|Foto|\
I commenti sono moderati: vi preghiamo di restare cortesi.|\
Seguici su Facebook|Argomenti
Publicidade|Continua depois da publicidade|Leia também|Notícias relacionadas|\
Assine a nossa newsletter e receba as notícias por e-mail.|Foto|\
Os comentários são da responsabilidade dos seus autores.|\
Siga-nos no Instagram|Assuntos
Advertentie|Tekst gaat verder onder de advertentie|Lees ook|\
Meer over dit onderwerp|Meld je aan voor onze nieuwsbrief van zaterdag.|Foto|\
Houd reacties beleefd. De redactie mag berichten weghalen.|\
Volg ons op Facebook|Trefwoorden
Annons|Artikeln fortsätter efter annonsen|Läs också|Mer om ämnet|\
Prenumerera på vårt nyhetsbrev varje vecka.|Foto|\
Håll en god ton i kommentarerna. Inlägg kan tas bort.|\
Följ oss på Facebook|Ämnen
Annonse|Artikkelen fortsetter under annonsen|Les også|Flere saker|\
Meld deg på nyhetsbrevet vårt og få det beste på e-post.|Foto|\
Vis respekt for andre når du skriver kommentarer.|\
Følg oss på Instagram|Emner
Annonce|Artiklen fortsætter under annoncen|Læs også|Relaterede artikler|\
Tilmeld dig vores nyhedsbrev og få dagens historier.|Foto|\
Skriv pænt i kommentarerne. Redaktionen sletter grove indlæg.|\
Følg os på Facebook|Emner
Mainos|Juttu jatkuu mainoksen jälkeen|Lue myös|Aiheesta lisää|\
Tilaa uutiskirjeemme ja saat parhaat jutut sähköpostiisi.|Kuva|\
Kommentit tarkistetaan ennen julkaisua.|Seuraa meitä Facebookissa|Aiheet
Reklama|Dalsza część artykułu pod reklamą|Czytaj także|Powiązane artykuły|\
Zapisz się na nasz newsletter i czytaj go co tydzień.|Fot.|\
Komentarze obraźliwe będą usuwane przez redakcję.|\
Obserwuj nas na Facebooku|Tagi
Reklama|Článek pokračuje pod reklamou|Čtěte také|Související články|\
Přihlaste se k odběru našeho newsletteru.|Foto|\
Diskuse je moderována a nevhodné příspěvky mažeme.|\
Sledujte nás na Facebooku|Témata
Hirdetés|A cikk a hirdetés után folytatódik|Olvassa el ezt is|\
Kapcsolódó cikkek|Iratkozzon fel heti hírlevelünkre.|Fotó|\
A sértő hozzászólásokat töröljük.|Kövessen minket a Facebookon|Címkék
Publicitate|Articolul continuă după publicitate|Citește și|\
Articole similare|Abonează-te la newsletterul nostru gratuit.|Foto|\
Comentariile jignitoare vor fi șterse.|Urmărește-ne pe Facebook|Etichete
Reklam|Haberin devamı reklamdan sonra|Ayrıca okuyun|İlgili haberler|\
Bültenimize abone olun, haberler e-postanıza gelsin.|Fotoğraf|\
Hakaret içeren yorumlar yayımlanmaz.|Bizi Facebook'ta takip edin|Etiketler
Διαφήμιση|Το άρθρο συνεχίζεται μετά τη διαφήμιση|Διαβάστε επίσης|\
Σχετικά άρθρα|Εγγραφείτε στο ενημερωτικό μας δελτίο.|Φωτογραφία|\
Τα υβριστικά σχόλια διαγράφονται.|Ακολουθήστε μας στο Facebook|Ετικέτες
Реклама|Продолжение после рекламы|Читайте также|Материалы по теме|\
Подпишитесь на нашу рассылку и получайте главное за день.|Фото|\
Комментарии проверяются перед публикацией.|\
Подписывайтесь на наш канал в Телеграме|Теги
Реклама|Продовження після реклами|Читайте також|Матеріали за темою|\
Підпишіться на нашу розсилку новин.|Фото|\
Образливі коментарі буде видалено.|Стежте за нами у Фейсбуці|Теги
Реклама|Статията продължава след рекламата|Прочетете още|Още по темата|\
Абонирайте се за нашия седмичен бюлетин.|Снимка|\
Обидните коментари ще бъдат изтривани.|Последвайте ни във Фейсбук|Етикети
Oglas|Članak se nastavlja ispod oglasa|Pročitajte i|Povezane vijesti|\
Prijavite se na naš newsletter.|Foto|\
Uvredljivi komentari bit će obrisani.|Pratite nas na Facebooku|Oznake
إعلان|تستمر المقالة بعد الإعلان|اقرأ أيضا|مواضيع ذات صلة|\
اشترك في نشرتنا البريدية لتصلك آخر الأخبار.|تصوير|\
تخضع التعليقات للمراجعة قبل النشر.|تابعنا على فيسبوك|الوسوم
פרסומת|הכתבה ממשיכה אחרי הפרסומת|קראו גם|כתבות נוספות|\
הירשמו לניוזלטר השבועי שלנו.|צילום|\
תגובות פוגעניות יימחקו.|עקבו אחרינו בפייסבוק|תגיות
آگهی|ادامه مطلب پس از آگهی|بیشتر بخوانید|مطالب مرتبط|\
در خبرنامه ما عضو شوید.|عکس|نظرات توهین آمیز منتشر نمی شود.|\
ما را در تلگرام دنبال کنید|برچسب‌ها
विज्ञापन|विज्ञापन के बाद खबर जारी है|यह भी पढ़ें|संबंधित खबरें|\
हमारे न्यूज़लेटर के लिए साइन अप करें।|फोटो|\
अभद्र टिप्पणियां हटा दी जाएंगी।|हमें फेसबुक पर फॉलो करें|टैग
Iklan|Artikel berlanjut setelah iklan|Baca juga|Berita terkait|\
Daftar buletin kami untuk menerima berita pilihan.|Foto|\
Komentar yang menghina akan dihapus.|Ikuti kami di Facebook|Topik
Quảng cáo|Bài viết tiếp tục sau quảng cáo|Xem thêm|Tin liên quan|\
Đăng ký nhận bản tin hằng tuần của chúng tôi.|Ảnh|\
Bình luận xúc phạm sẽ bị xóa.|Theo dõi chúng tôi trên Facebook|Chủ đề
広告|記事は広告の後に続きます|あわせて読みたい|関連記事|\
メールマガジンに登録すると最新のニュースが届きます。|写真|\
不適切なコメントは削除されることがあります。|公式アカウントをフォロー|タグ
广告|广告之后文章继续|延伸阅读|相关新闻|\
订阅我们的电子报,每天收到精选新闻。|图片|\
评论需经审核后才会显示。|关注我们的公众号|标签
광고|광고 아래로 기사가 이어집니다|함께 읽기|관련 기사|\
뉴스레터를 구독하고 매주 소식을 받아 보세요.|사진|\
부적절한 댓글은 삭제될 수 있습니다.|페이스북에서 팔로우하기|태그
""".splitlines()]

(AD, AD_NOTE, MORE, RELATED, NEWSLETTER, CREDIT, COMMENT_RULE, FOLLOW,
 TOPICS) = range(9)
