"""Generates pages with bylines in many languages and counts the bylines that newsmill reads.

A row has: language; names; words before a name; labels before a colon; roles;
the places of a role ("," after a comma, ">" after the name, "<" before the name);
the word for "and", with "_" for its blanks.
"""
import collections
import itertools
import json
import os
import subprocess
import sys

ROWS = [line.replace("_", " ").split("|") for line in """\
en|Clara Whitfield/Owen Hartley/Ruth O'Connor/Sam McBride|By/Written by/Analysis by/Story by|Author/Words/Reporter|political correspondent/Staff Writer/senior reporter|,<|_and_
de|Jörg Lindemann/Heike Voß/Anke von Berg/Uwe Krämer|Von/Ein Bericht von/Geschrieben von|Autor/Autorin/Text|Redakteur/Korrespondentin/Politikchef|,|_und_
fr|Luc Arnaud/Zoé Marchand/Hélène de Brosse/Éric Petit|Par/Écrit par/Propos recueillis par|Auteur/Texte/Rédigé par|journaliste/envoyée spéciale/correspondant à Rome|,|_et_
es|Inés Zabala/Pablo Ruiz/Marta de la Vega/Iván Soto|Por/Escrito por/Texto de|Autor/Autora/Texto|periodista/corresponsal/redactora jefe|,|_y_
it|Elisa Bruni/Dario Conti/Nora De Santis/Ugo Ferri|Di/A cura di/Scritto da/dal nostro inviato|Autore/Testo/Autrice|giornalista/inviata/corrispondente|,|_e_
pt|Rui Tavares/Inês Lobo/Marta da Cunha/Hugo Pinto|Por/Escrito por/Texto de|Autor/Texto/Autora|jornalista/repórter/correspondente|,|_e_
nl|Sanne Bakker/Joost Visser/Femke de Wit/Bram Smit|Door/Geschreven door/Tekst door|Auteur/Tekst|verslaggever/redacteur/correspondent|,|_en_
sv|Elsa Lind/Nils Ek/Maja Åberg/Olle Sjö|Av/Skriven av/Text av|Text/Författare/Reporter|reporter/utrikeskorrespondent/politisk redaktör|,|_och_
da|Sofie Holm/Mads Kjær/Ida Østergaard/Lars Bo Dam|Af/Skrevet af|Tekst/Forfatter/Journalist|journalist/korrespondent/redaktør|,<|_og_
nb|Ingrid Dahl/Eirik Moen/Silje Ås/Tor Vik|Av/Skrevet av/Tekst av|Tekst/Journalist/Forfatter|journalist/korrespondent/redaktør|,<|_og_
fi|Aino Lehto/Eero Salmi/Kaisa Mäki/Otto Rinne|Kirjoittanut|Teksti/Kirjoittaja/Toimittaja|toimittaja/kirjeenvaihtaja|,<|_ja_
pl|Ewa Nowicka/Piotr Zając/Łucja Wrona/Adam Sikora|Napisała/Tekst opracował/Przez|Autor/Autorka/Tekst/Opracowanie|dziennikarz/korespondentka/reporter|,<|_i_
cs|Jana Dvořáková/Petr Říha/Eva Malá/Tomáš Kos|Napsal/Napsala/Od|Autor/Autorka/Text|redaktor/novinářka/zpravodaj|,<|_a_
sk|Zuzana Hrivnáková/Ján Kováč/Mária Tóthová/Ľubo Šimko|Napísal/Napísala|Autor/Autorka/Text|redaktorka/novinár/spravodajca|,<|_a_
hu|Kiss Ágnes/Tóth Béla/Varga Ilona/Őri Péter|Írta|Szerző/Írta/Szöveg|újságíró/tudósító/szerkesztő|,|_és_
ro|Ioana Munteanu/Radu Ștefan/Ana Țurcan/Dan Petre|De/Scris de/Un articol de|Autor/Text/Redactor|jurnalist/corespondent/reporter|,|_și_
bg|Елена Тодорова/Петър Ангелов/Мария Иванова/Борис Колев|От/Написа|Автор/Текст/Репортер|журналист/кореспондент/репортер|,<|_и_
hr|Ivana Babić/Marko Šimić/Željka Horvat/Luka Perić|Piše/Pišu/Napisala|Autor/Autorica/Tekst/Novinar|novinar/dopisnica/urednik|,<|_i_
sr|Јована Илић/Милош Пантић/Љиљана Ђурић/Бранко Томић|Пише/Написао|Аутор/Текст/Новинар|новинар/дописник/уредница|,<|_и_
sl|Maja Kranjc/Luka Zupan/Špela Hribar/Jure Oman|Piše/Napisal/Besedilo|Avtor/Avtorica/Novinarka|novinar/dopisnica/urednik|,<|_in_
el|Μαρία Σταύρου/Νίκος Ράπτης/Ελένη Δήμου/Άρης Λάμπρου|Του/Της/Γράφει ο/Γράφει η|Συντάκτης/Συντάκτρια/Κείμενο|δημοσιογράφος/ανταποκριτής/ρεπόρτερ|,<|_και_
ru|Ольга Белова/Игорь Черных/Анна Юрьева/Лев Громов|Подготовила/Написал|Автор/Текст/Корреспондент|журналист/корреспондент/обозреватель|,<|_и_
uk|Олена Шевчук/Тарас Гнатюк/Ірина Їжак/Євген Мороз|Підготувала/Написав|Автор/Авторка/Текст|журналістка/кореспондент/оглядач|,<|_та_
tr|Elif Güneş/Kerem Aydın/Şule Işık/Ozan Çelik|Yazan/Haber|Yazan/Haber/Muhabir/Yazar|muhabir/gazeteci/yazar|,<|_ve_
ar|ليلى حداد/سامر قاسم/هدى المصري/يوسف نجار|بقلم/كتب/كتبت|بقلم/الكاتب/إعداد/المراسل|مراسل/صحفية/محرر|,<|_و
fa|مریم کاظمی/رضا احمدی/زهرا نوری/علی مرادی|به قلم/نوشته|نویسنده/گزارش/خبرنگار|خبرنگار/روزنامه‌نگار|,<|_و_
he|נועה פרידמן/איתי שגב/מיכל ברק/עומר לוי|מאת/כתב/כתבה|מאת/כותב/כתבת|כתב/כתבת לענייני חינוך/עיתונאי|,<|_ו
hi|नेहा शर्मा/अमित वर्मा/पूजा सिंह/रवि जोशी|द्वारा|लेखक/रिपोर्ट/द्वारा/संवाददाता|संवाददाता/पत्रकार/वरिष्ठ संवाददाता|,<|_और_
bn|শর্মিলা সেন/রফিক আহমেদ/নীলা দত্ত/তপন রায়|লিখেছেন|লেখক/প্রতিবেদক/লিখেছেন|প্রতিবেদক/সাংবাদিক|,|_ও_
ta|மீனா குமார்/அருண் ராஜா/கவிதா மோகன்/ரவி சேகர்|எழுதியவர்|எழுதியவர்/ஆசிரியர்/செய்தியாளர்|செய்தியாளர்/பத்திரிகையாளர்|,|_மற்றும்_
mr|स्नेहा पाटील/राहुल जाधव/मीरा देशमुख/अजय कदम|लेखन|लेखक/लेखिका/प्रतिनिधी|प्रतिनिधी/पत्रकार/वार्ताहर|,|_आणि_
ur|سعدیہ رحمان/عمران خان زادہ/نادیہ ملک/فیصل قریشی|از/تحریر|تحریر/رپورٹ/مصنف|نامہ نگار/صحافی|,|_اور_
th|สมชาย ใจดี/มาลี ทองสุข/วิชัย แก้วใส/อรุณ ศรีสุข|โดย/เขียนโดย|โดย/ผู้เขียน/เรื่อง/ผู้สื่อข่าว|ผู้สื่อข่าว/นักข่าว|<|_และ_
vi|Nguyễn Thị Lan/Trần Văn Minh/Lê Hoài Thu/Phạm Đức Anh|Bởi/Viết bởi|Tác giả/Bài/Phóng viên|phóng viên/nhà báo|,<|_và_
id|Dewi Lestari/Budi Santoso/Rina Wulandari/Agus Pratama|Oleh/Ditulis oleh|Penulis/Reporter/Oleh|wartawan/reporter|,|_dan_
zh-CN|陈思远/刘晓梅/王强/赵一凡|文/|作者/记者/撰文/文|记者/本报记者/特约记者|<>|、
zh-TW|林怡君/張志明/黃淑芬/吳建宏|文/|作者/記者/撰文/文|記者/特約記者|<>|、
ja|後藤健一/佐藤美咲/山田 太郎/高橋ひろみ|文・/取材・文＝/文＝|著者/執筆/文/ライター|記者/編集委員/論説委員|<>|、
ko|김민수/박지영/최서연/이준호|글 /취재 |글/기자/취재/작성자|기자/특파원/선임기자/논설위원|>|·
ca|Núria Puig/Jordi Serra/Montse Vidal/Pol Roca|Per/Escrit per|Autor/Text/Autora|periodista/corresponsal|,|_i_
et|Kadri Tamm/Rein Saar/Liis Mägi/Juhan Oja|Kirjutas|Autor/Tekst/Ajakirjanik|ajakirjanik/korrespondent|,<|_ja_
lv|Ilze Ozola/Jānis Bērziņš/Līga Kalniņa/Uldis Zars|Raksta|Autors/Autore/Teksts|žurnālists/korespondente|,<|_un_
lt|Rasa Kairytė/Jonas Petrauskas/Eglė Žukienė/Tomas Vaitkus|Parašė/Rašo|Autorius/Autorė/Tekstas|žurnalistas/korespondentė|,<|_ir_
sw|Asha Mwangi/Juma Otieno/Neema Kimaro/Baraka Shayo|Na/Imeandikwa na|Mwandishi/Na|mwandishi/mwanahabari|,<|_na_
""".splitlines()]

HOLDERS = ['<p class="byline">{}</p>', '<p>{}</p>', '<div class="meta">{}</div>',
           '<span class="author">{}</span>', '<div class="info">{}</div>']
DATE = "2024-03-12"
TEXT = "".join(
    f"<p>The {place} will be open on two more evenings of the week, the council said, because the number"
    f" of visitors has doubled since last spring, and the tables are full long before noon.</p>"
    for place in ("reading room", "old harbour", "small museum", "new library", "town hall", "theatre"))


def lines(row):
    """Yields each byline and the names that it contains."""
    _, names, words, labels, roles, places, joint = row
    names, words, labels, roles = (part.split("/") for part in (names, words, labels, roles))
    if row[0] in ("zh-CN", "zh-TW"):
        words = ["文/"]
    pool = itertools.cycle(names)
    wide = row[0] in ("zh-CN", "zh-TW", "ja", "ko")
    colon, comma, blank = ("：", "，", "") if wide else (": ", ", ", " ")
    for word in words:
        a, b = next(pool), next(pool)
        yield f"{word}{blank}{a}", [a]
        yield f"{word}{blank}{a}{joint}{b}", [a, b]
        yield f"{word}{blank}{a} | {DATE}", [a]
        yield f"{DATE} {word}{blank}{a}", [a]
        if "," in places:
            yield f"{word} {a}, {roles[0]}", [a]
    for label in labels:
        a, b = next(pool), next(pool)
        yield f"{label}{colon}{a}", [a]
        yield f"{label}{colon}{a}{joint}{b}", [a, b]
        yield f"{DATE} {label}{colon}{a}", [a]
    for role in roles:
        a, b = next(pool), next(pool)
        if "," in places:
            yield f"{a}{comma}{role}", [a]
        if "<" in places:
            yield f"{role[0].upper() + role[1:]} {a}", [a]
        if ">" in places:
            yield f"{a} {role}", [a]
            yield f"{a}{joint}{b} {role}", [a, b]
    next(pool)


def pages():
    for row in ROWS:
        for i, (line, names) in enumerate(lines(row)):
            for j in range(2):
                holder = HOLDERS[(i + 2 * j + j) % len(HOLDERS)]
                page = (f'<!doctype html><html lang="{row[0]}"><head><title>Rain in May wets all the land</title></head>'
                        f"<body><main><article><h1>Rain in May wets all the land</h1>{holder.format(line)}"
                        f'<p class="date">{DATE}</p>{TEXT}</article></main></body></html>')
                yield row[0], line, names, holder, page


def main():
    binary = os.environ["NEWSMILL_BIN"]
    cases = list(pages())
    envelopes = "".join(
        json.dumps({"id": str(i), "content_type": "text/html", "content": case[-1]}) + "\n" for i, case in enumerate(cases))
    done = subprocess.run([binary, "process", "--no-dedup", "-"], input=envelopes, capture_output=True, text=True, check=True)
    found = {}
    for line in done.stdout.splitlines():
        record = json.loads(line)
        found[int(record["input_id"])] = record.get("authors", [])
    counts = collections.defaultdict(collections.Counter)
    for i, (language, line, names, holder, _) in enumerate(cases):
        got = found.get(i, [])
        verdict = "right" if got == names else "absent" if not got else "wrong"
        counts[language][verdict] += 1
        if verdict != "right" and "--failures" in sys.argv:
            print(f"{verdict:6} {language:5} {holder.format(line)}  {got}")
    total = collections.Counter()
    print("| language | lines | right | absent | wrong |\n|---|---|---|---|---|")
    for language, count in [*counts.items(), ("all", total)]:
        if language != "all":
            total.update(count)
        share = {each: f"{100 * count[each] / count.total():.1f} %" for each in ("right", "absent", "wrong")}
        print(f"| {language} | {count.total()} | {share['right']} | {share['absent']} | {share['wrong']} |")


if __name__ == "__main__":
    main()
