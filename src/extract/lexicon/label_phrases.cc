#include <array>
#include <cstdint>
#include <ranges>
#include <string_view>
#include <vector>

#include "extract/text/sort_stably.h"
#include "phrases.h"

// clang-format off
namespace newsmill::extract::lexicon {
namespace {

// The labels are in these languages: English, German, French, Spanish, Italian,
// Portuguese, Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Czech,
// Slovak, Hungarian, Romanian, Greek, Russian, Ukrainian, Bulgarian, Serbian,
// Croatian, Slovene, Lithuanian, Latvian, Estonian, Turkish, Arabic, Persian,
// Hebrew, Hindi, Bengali, Thai, Vietnamese, Indonesian, Chinese, Japanese,
// Korean.
constexpr std::array<LabelName, 421> kLabelNames = {{
    {"dieser artikel wurde am", Label::kPublished, false},
    {"data di pubblicazione", Label::kPublished, false},
    {"ostatnia aktualizacja", Label::kUpdated, false},
    {"letzte aktualisierung", Label::kUpdated, false},
    {"dernière modification", Label::kUpdated, false},
    {"propos recueillis par", Label::kAuthor, false},
    {"última actualización", Label::kUpdated, false},
    {"originally published", Label::kPublished, false},
    {"zuletzt aktualisiert", Label::kUpdated, false},
    {"ultimo aggiornamento", Label::kUpdated, false},
    {"erstveröffentlichung", Label::kPublished, false},
    {"fecha de publicación", Label::kPublished, false},
    {"dernière mise à jour", Label::kUpdated, false},
    {"última modificación", Label::kUpdated, false},
    {"first published on", Label::kPublished, false},
    {"medically reviewed", Label::kUpdated, false},
    {"zuletzt bearbeitet", Label::kUpdated, false},
    {"veröffentlicht am", Label::kPublished, false},
    {"yayınlanma tarihi", Label::kPublished, false},
    {"senast uppdaterad", Label::kUpdated, false},
    {"laatst bijgewerkt", Label::kUpdated, false},
    {"zuletzt geändert", Label::kUpdated, false},
    {"publication date", Label::kPublished, false},
    {"дата публикации", Label::kPublished, false},
    {"geschrieben von", Label::kAuthor, false},
    {"ein beitrag von", Label::kAuthor, false},
    {"ein bericht von", Label::kAuthor, false},
    {"first published", Label::kPublished, false},
    {"gepubliceerd op", Label::kPublished, false},
    {"last updated on", Label::kUpdated, false},
    {"aktualisiert am", Label::kUpdated, false},
    {"data publikacji", Label::kPublished, false},
    {"sidst opdateret", Label::kUpdated, false},
    {"letzte änderung", Label::kUpdated, false},
    {"ultima modifica", Label::kUpdated, false},
    {"geschreven door", Label::kAuthor, false},
    {"penulis artikel", Label::kAuthor, true},
    {"mis en ligne le", Label::kPublished, false},
    {"veröffentlicht", Label::kPublished, false},
    {"actualizado el", Label::kUpdated, false},
    {"eklenme tarihi", Label::kPublished, false},
    {"dipublikasikan", Label::kPublished, false},
    {"objavljeno dne", Label::kPublished, false},
    {"date published", Label::kPublished, false},
    {"sist oppdatert", Label::kUpdated, false},
    {"zaktualizowano", Label::kUpdated, false},
    {"son güncelleme", Label::kUpdated, false},
    {"laatste update", Label::kUpdated, false},
    {"recueillis par", Label::kAuthor, false},
    {"geplaatst door", Label::kAuthor, false},
    {"корреспондент", Label::kAuthor, true},
    {"عدد المشاهدات", Label::kEditor, true},
    {"تحرير و كتابة", Label::kAuthor, true},
    {"mis à jour le", Label::kUpdated, false},
    {"redactado por", Label::kAuthor, false},
    {"correspondent", Label::kAuthor, true},
    {"erschienen am", Label::kPublished, false},
    {"pubblicato il", Label::kPublished, false},
    {"last modified", Label::kUpdated, false},
    {"atualizado em", Label::kUpdated, false},
    {"aggiornato il", Label::kUpdated, false},
    {"aktualizováno", Label::kUpdated, false},
    {"aktualizované", Label::kUpdated, false},
    {"bijgewerkt op", Label::kUpdated, false},
    {"last reviewed", Label::kUpdated, false},
    {"guest post by", Label::kAuthor, false},
    {"autoři článku", Label::kAuthor, true},
    {"publicado por", Label::kAuthor, false},
    {"publicada por", Label::kAuthor, false},
    {"pubblicato da", Label::kAuthor, false},
    {"upphovsperson", Label::kAuthor, true},
    {"mise en ligne", Label::kPublished, false},
    {"опубликовано", Label::kPublished, false},
    {"photographer", Label::kEditor, true},
    {"reading time", Label::kEditor, true},
    {"published on", Label::kPublished, false},
    {"published at", Label::kPublished, false},
    {"release date", Label::kPublished, false},
    {"publicado el", Label::kPublished, false},
    {"publicado em", Label::kPublished, false},
    {"last updated", Label::kUpdated, false},
    {"aktualisiert", Label::kUpdated, false},
    {"opublikowano", Label::kPublished, false},
    {"yayın tarihi", Label::kPublished, false},
    {"δημοσιεύτηκε", Label::kPublished, false},
    {"опубліковано", Label::kPublished, false},
    {"geplaatst op", Label::kPublished, false},
    {"gepubliceerd", Label::kPublished, false},
    {"publicada el", Label::kPublished, false},
    {"aktualizacja", Label::kUpdated, false},
    {"posodobljeno", Label::kUpdated, false},
    {"last revised", Label::kUpdated, false},
    {"modification", Label::kUpdated, false},
    {"kirjoittanut", Label::kAuthor, false},
    {"ditulis oleh", Label::kAuthor, false},
    {"interview by", Label::kAuthor, false},
    {"published by", Label::kAuthor, false},
    {"submitted by", Label::kAuthor, false},
    {"verfasst von", Label::kAuthor, false},
    {"autor článku", Label::kAuthor, true},
    {"autor teksta", Label::kAuthor, true},
    {"mis en ligne", Label::kPublished, false},
    {"تاريخ النشر", Label::kPublished, false},
    {"mise à jour", Label::kUpdated, false},
    {"news source", Label::kCredit, true},
    {"reported by", Label::kAuthor, false},
    {"escrito por", Label::kAuthor, false},
    {"erstellt am", Label::kPublished, false},
    {"actualizado", Label::kUpdated, false},
    {"publikováno", Label::kPublished, false},
    {"publikované", Label::kPublished, false},
    {"publicat pe", Label::kPublished, false},
    {"publicat la", Label::kPublished, false},
    {"diterbitkan", Label::kPublished, false},
    {"публикувано", Label::kPublished, false},
    {"güncellenme", Label::kUpdated, false},
    {"güncellendi", Label::kUpdated, false},
    {"ενημερώθηκε", Label::kUpdated, false},
    {"last update", Label::kUpdated, false},
    {"last edited", Label::kUpdated, false},
    {"reviewed on", Label::kUpdated, false},
    {"geändert am", Label::kUpdated, false},
    {"journaliste", Label::kAuthor, true},
    {"giornalista", Label::kAuthor, true},
    {"publicat de", Label::kAuthor, false},
    {"подготовила", Label::kAuthor, false},
    {"autor textu", Label::kAuthor, true},
    {"online seit", Label::kPublished, false},
    {"تم التحديث", Label::kUpdated, false},
    {"publiée le", Label::kPublished, false},
    {"mis à jour", Label::kUpdated, false},
    {"modifié le", Label::kUpdated, false},
    {"written by", Label::kAuthor, false},
    {"scritto da", Label::kAuthor, false},
    {"journalist", Label::kAuthor, true},
    {"pubblicato", Label::kPublished, false},
    {"updated on", Label::kUpdated, false},
    {"updated at", Label::kUpdated, false},
    {"atualizado", Label::kUpdated, false},
    {"aggiornato", Label::kUpdated, false},
    {"bijgewerkt", Label::kUpdated, false},
    {"publiceret", Label::kPublished, false},
    {"publicerad", Label::kPublished, false},
    {"publicerat", Label::kPublished, false},
    {"zverejnené", Label::kPublished, false},
    {"yayınlanma", Label::kPublished, false},
    {"δημοσίευση", Label::kPublished, false},
    {"objavljeno", Label::kPublished, false},
    {"päivitetty", Label::kUpdated, false},
    {"uppdaterad", Label::kUpdated, false},
    {"actualizat", Label::kUpdated, false},
    {"güncelleme", Label::kUpdated, false},
    {"diperbarui", Label::kUpdated, false},
    {"आखरी अपडेट", Label::kUpdated, false},
    {"atnaujinta", Label::kUpdated, false},
    {"modificado", Label::kUpdated, false},
    {"modificato", Label::kUpdated, false},
    {"skrevet av", Label::kAuthor, false},
    {"skrevet af", Label::kAuthor, false},
    {"skriven av", Label::kAuthor, false},
    {"article by", Label::kAuthor, false},
    {"författare", Label::kAuthor, true}, {"toimittaja", Label::kAuthor, true},
    {"periodista", Label::kAuthor, true},
    {"publié par", Label::kAuthor, false},
    {"rédigé par", Label::kAuthor, false},
    {"подготовил", Label::kAuthor, false},
    {"escrit per", Label::kAuthor, false}, {"opracowała", Label::kAuthor, true},
    {"обновлено", Label::kUpdated, false},
    {"آخر تحديث", Label::kUpdated, false},
    {"écrit par", Label::kAuthor, false}, {"rédaction", Label::kEditor, true},
    {"redacción", Label::kEditor, true},
    {"publié le", Label::kPublished, false},
    {"source(s)", Label::kCredit, true}, {"posted by", Label::kAuthor, false},
    {"edited by", Label::kEditor, true}, {"redaktion", Label::kEditor, true},
    {"redakteur", Label::kEditor, true}, {"redazione", Label::kEditor, true},
    {"published", Label::kPublished, false},
    {"posted on", Label::kPublished, false},
    {"publicado", Label::kPublished, false},
    {"julkaistu", Label::kPublished, false},
    {"publisert", Label::kPublished, false},
    {"közzétéve", Label::kPublished, false},
    {"megjelent", Label::kPublished, false},
    {"ngày đăng", Label::kPublished, false},
    {"منتشر شده", Label::kPublished, false},
    {"објављено", Label::kPublished, false},
    {"paskelbta", Label::kPublished, false},
    {"publicēts", Label::kPublished, false},
    {"avaldatud", Label::kPublished, false},
    {"publikuar", Label::kPublished, false},
    {"geplaatst", Label::kPublished, false},
    {"publicada", Label::kPublished, false},
    {"posted in", Label::kPublished, false},
    {"oppdatert", Label::kUpdated, false},
    {"opdateret", Label::kUpdated, false},
    {"frissítve", Label::kUpdated, false},
    {"ενημέρωση", Label::kUpdated, false},
    {"ажурирано", Label::kUpdated, false},
    {"ažurirano", Label::kUpdated, false},
    {"atjaunots", Label::kUpdated, false},
    {"uuendatud", Label::kUpdated, false},
    {"a post by", Label::kAuthor, false}, {"review by", Label::kAuthor, false},
    {"συντάκτης", Label::kAuthor, true}, {"প্রতিবেদক", Label::kAuthor, true},
    {"forfatter", Label::kAuthor, true}, {"schrijver", Label::kAuthor, true},
    {"verfasser", Label::kAuthor, true}, {"reporters", Label::kAuthor, true},
    {"a cura di", Label::kAuthor, false}, {"opracował", Label::kAuthor, true},
    {"источник", Label::kCredit, true}, {"редактор", Label::kEditor, true},
    {"изменено", Label::kUpdated, false}, {"story by", Label::kAuthor, false},
    {"words by", Label::kAuthor, false}, {"reporter", Label::kAuthor, true},
    {"redactor", Label::kAuthor, true}, {"category", Label::kEditor, true},
    {"location", Label::kEditor, true}, {"lesezeit", Label::kEditor, true},
    {"erstellt", Label::kPublished, false},
    {"modified", Label::kUpdated, false},
    {"publicat", Label::kPublished, false},
    {"đăng lúc", Label::kPublished, false},
    {"प्रकाशित", Label::kPublished, false},
    {"প্রকাশিত", Label::kPublished, false},
    {"muokattu", Label::kUpdated, false}, {"cập nhật", Label::kUpdated, false},
    {"оновлено", Label::kUpdated, false}, {"обновена", Label::kUpdated, false},
    {"reviewed", Label::kUpdated, false}, {"de către", Label::kAuthor, false},
    {"napisała", Label::kAuthor, false}, {"scris de", Label::kAuthor, false},
    {"γράφει η", Label::kAuthor, false}, {"γράφει ο", Label::kAuthor, false},
    {"objavila", Label::kAuthor, false}, {"höfundur", Label::kAuthor, true},
    {"джерело", Label::kCredit, true}, {"نشرت في", Label::kPublished, false},
    {"edición", Label::kEditor, true}, {"sources", Label::kCredit, true},
    {"quellen", Label::kCredit, true}, {"fuentes", Label::kCredit, true},
    {"agentur", Label::kCredit, true}, {"agencia", Label::kCredit, true},
    {"agenzia", Label::kCredit, true}, {"text by", Label::kAuthor, false},
    {"authors", Label::kAuthor, true}, {"autorin", Label::kAuthor, true},
    {"autoren", Label::kAuthor, true}, {"auteurs", Label::kAuthor, true},
    {"autores", Label::kAuthor, true}, {"editors", Label::kEditor, true},
    {"section", Label::kEditor, true}, {"updated", Label::kUpdated, false},
    {"udgivet", Label::kPublished, false},
    {"เผยแพร่", Label::kPublished, false}, {"revised", Label::kUpdated, false},
    {"blog by", Label::kAuthor, false}, {"tác giả", Label::kAuthor, true},
    {"autorzy", Label::kAuthor, true}, {"نویسنده", Label::kAuthor, true},
    {"penulis", Label::kAuthor, true}, {"writers", Label::kAuthor, true},
    {"napisał", Label::kAuthor, false}, {"napsala", Label::kAuthor, false},
    {"objavio", Label::kAuthor, false}, {"autorka", Label::kAuthor, true},
    {"muhabir", Label::kAuthor, true}, {"المصدر", Label::kCredit, true},
    {"авторы", Label::kAuthor, true},
    {"الكاتب", Label::kAuthor, true}, {"المؤلف", Label::kAuthor, true},
    {"نشر في", Label::kPublished, false}, {"źródło", Label::kCredit, true},
    {"publié", Label::kPublished, false}, {"source", Label::kCredit, true},
    {"quelle", Label::kCredit, true}, {"fuente", Label::kCredit, true},
    {"kaynak", Label::kCredit, true}, {"sumber", Label::kCredit, true},
    {"agency", Label::kCredit, true}, {"agence", Label::kCredit, true},
    {"author", Label::kAuthor, true}, {"auteur", Label::kAuthor, true},
    {"autora", Label::kAuthor, true}, {"autore", Label::kAuthor, true},
    {"editor", Label::kEditor, true}, {"photos", Label::kEditor, true},
    {"posted", Label::kPublished, false}, {"প্রকাশ", Label::kPublished, false},
    {"terbit", Label::kPublished, false}, {"izdano", Label::kPublished, false},
    {"อัปเดต", Label::kUpdated, false}, {"edited", Label::kUpdated, false},
    {"द्वारा", Label::kAuthor, false}, {"napsal", Label::kAuthor, false},
    {"szerző", Label::kAuthor, true}, {"γράφει", Label::kAuthor, true},
    {"autoři", Label::kAuthor, true}, {"writer", Label::kAuthor, true},
    {"byline", Label::kAuthor, true}, {"teksti", Label::kAuthor, true},
    {"autorė", Label::kAuthor, true}, {"autors", Label::kAuthor, true},
    {"автори", Label::kAuthor, true}, {"作者/记者", Label::kAuthor, true},
    {"автор", Label::kAuthor, true}, {"إعداد", Label::kAuthor, true},
    {"تحرير", Label::kEditor, true}, {"تحديث", Label::kUpdated, false},
    {"källa", Label::kCredit, true}, {"fonte", Label::kCredit, true},
    {"fonti", Label::kCredit, true}, {"kilde", Label::kCredit, true},
    {"autor", Label::kAuthor, true}, {"texte", Label::kAuthor, true},
    {"texto", Label::kAuthor, true}, {"testo", Label::kAuthor, true},
    {"photo", Label::kEditor, true}, {"views", Label::kEditor, true},
    {"פורסם", Label::kPublished, false}, {"עודכן", Label::kUpdated, false},
    {"अपडेट", Label::kUpdated, false}, {"আপডেট", Label::kUpdated, false},
    {"datum", Label::kPublished, true},
    {"fecha", Label::kPublished, true}, {"yazan", Label::kAuthor, false},
    {"haber", Label::kAuthor, true}, {"yazar", Label::kAuthor, true},
    {"tekst", Label::kAuthor, true}, {"текст", Label::kAuthor, true},
    {"avtor", Label::kAuthor, true}, {"文章来源", Label::kCredit, true},
    {"信息来源", Label::kCredit, true},
    {"消息来源", Label::kCredit, true}, {"本报记者", Label::kAuthor, true},
    {"责任编辑", Label::kEditor, true}, {"責任編輯", Label::kEditor, true},
    {"发布时间", Label::kPublished, false}, {"发布日期", Label::kPublished, false},
    {"发表时间", Label::kPublished, false}, {"發布時間", Label::kPublished, false},
    {"更新时间", Label::kUpdated, false}, {"最后更新", Label::kUpdated, false},
    {"最終更新", Label::kUpdated, false}, {"مصدر", Label::kCredit, true},
    {"بقلم", Label::kAuthor, false}, {"كتبت", Label::kAuthor, false},
    {"bron", Label::kCredit, true}, {"door", Label::kAuthor, false},
    {"oleh", Label::kAuthor, false}, {"text", Label::kAuthor, true},
    {"foto", Label::kEditor, true}, {"date", Label::kPublished, false},
    {"data", Label::kPublished, true}, {"írta", Label::kAuthor, true},
    {"लेखक", Label::kAuthor, true}, {"লেখক", Label::kAuthor, true},
    {"píše", Label::kAuthor, true}, {"piše", Label::kAuthor, true},
    {"글", Label::kAuthor, true}, {"取材・文", Label::kAuthor, true},
    {"配信元", Label::kCredit, true}, {"浏览量", Label::kEditor, true},
    {"阅读量", Label::kEditor, true}, {"发布于", Label::kPublished, false},
    {"公開日", Label::kPublished, false}, {"更新于", Label::kUpdated, false},
    {"كتب", Label::kAuthor, false}, {"نشر", Label::kPublished, false},
    {"von", Label::kAuthor, false}, {"par", Label::kAuthor, false},
    {"por", Label::kAuthor, false}, {"מאת", Label::kAuthor, false},
    {"โดย", Label::kAuthor, false}, {"来源", Label::kCredit, true},
    {"稿源", Label::kCredit, true}, {"來源", Label::kCredit, true},
    {"出典", Label::kCredit, true}, {"提供", Label::kCredit, true},
    {"출처", Label::kCredit, true}, {"作者", Label::kAuthor, true},
    {"记者", Label::kAuthor, true}, {"撰文", Label::kAuthor, true},
    {"記者", Label::kAuthor, true}, {"執筆", Label::kAuthor, true},
    {"기자", Label::kAuthor, true}, {"编辑", Label::kEditor, true},
    {"责编", Label::kEditor, true}, {"編輯", Label::kEditor, true},
    {"編集", Label::kEditor, true}, {"审核", Label::kEditor, true},
    {"校对", Label::kEditor, true}, {"摄影", Label::kEditor, true},
    {"浏览", Label::kEditor, true}, {"阅读", Label::kEditor, true},
    {"点击", Label::kEditor, true}, {"字号", Label::kEditor, true},
    {"字体", Label::kEditor, true}, {"时间", Label::kPublished, false},
    {"日期", Label::kPublished, false}, {"配信", Label::kPublished, false},
    {"掲載", Label::kPublished, false}, {"입력", Label::kPublished, false},
    {"更新", Label::kUpdated, false}, {"수정", Label::kUpdated, false},
    {"by", Label::kAuthor, false}, {"di", Label::kAuthor, false},
    {"da", Label::kAuthor, false}, {"av", Label::kAuthor, false},
    {"af", Label::kAuthor, false}, {"文", Label::kAuthor, true},
    {"图", Label::kEditor, true},
}};

// The next four lists contain more labels of dates. The labels are in lower
// case and separated by "|".

/// Labels before the date of publication.
constexpr std::string_view kPublished =
    "press release of|pressemitteilung vom|medienmitteilung vom|communiqué du|first appeared on|first appeared|originally appeared|originally posted|first posted|date posted|"
    "erstmals veröffentlicht am|erstmals veröffentlicht|zuerst veröffentlicht|erstmals publiziert|publiziert am|"
    "publiziert|online gestellt am|veröffentlichungsdatum|date de publication|créé le|paru le|creado el|"
    "fecha de creación|data pubblicazione|creato il|inserito il|data de publicação|data da publicação|publicada em|"
    "criado em|publicatiedatum|verschenen op|först publicerad|först publicerat|skapad|offentliggjort|"
    "først publiceret|oprettet|udgivet den|først publisert|opprettet|lagt ut|julkaistu ensimmäisen kerran|"
    "data dodania|data utworzenia|dodano|utworzono|opublikowana|opublikowany|datum publikace|datum vydání|vydáno|"
    "zveřejněno|vytvořeno|dátum vydania|vydané|uverejnené|vytvorené|megjelenés dátuma|közzététel|létrehozva|"
    "publikálva|data publicării|data publicarii|publicat în|publicată|дата публікації|створено|дата размещения|"
    "дата создания|размещено|создано|дата на публикуване|публикувана|публикуван|създадено|datum objave|kreirano|"
    "датум објаве|ustvarjeno|ημερομηνία δημοσίευσης|πρώτη δημοσίευση|δημοσιεύθηκε|αναρτήθηκε|oluşturulma tarihi|"
    "giriş tarihi|ilk yayın tarihi|oluşturulma|yayımlanma tarihi|yayınlama tarihi|yayımlanma|yayınlandı|yayımlandı|"
    "تاريخ الإضافة|تم النشر في|تم النشر|نشرت|تاریخ انتشار|زمان انتشار|تاریخ درج|תאריך פרסום|פורסם לראשונה|פורסמה|"
    "प्रकाशन तिथि|पब्लिश्ड|প্রকাশের তারিখ|প্রকাশের সময়|প্রকাশকাল|วันที่เผยแพร่|เผยแพร่เมื่อ|โพสต์เมื่อ|"
    "ngày xuất bản|đăng ngày|xuất bản|tanggal terbit|diposting|diunggah|tayang|disiarkan|data de publicació|"
    "publicat el|publikuota|publicēta|publicēšanas datums|lisatud|ilmus|publikuar më|објавено на|објавено|"
    "გამოქვეყნებულია|გამოქვეყნდა|հրապարակվել է|dərc olunub|nəşr olunub|жарияланды|imechapishwa|gepubliseer|"
    "تاریخ اشاعت|شائع شدہ|发表于|發表於|發布於|發佈於|刊登於|刊登于|發佈時間|發布日期|發佈日期|發表時間|發表日期|发表日期|发稿时间|發稿時間|刊登时间|刊登時間|首次发布|首次發布|创建时间|"
    "建立時間|公開日時|掲載日時|掲載日|配信日時|配信日|投稿日時|投稿日|최초등록|최초 등록|최초입력|최초 입력|기사입력|기사 입력|기사등록|등록일|입력일|발행일|게시일|작성일|등록|송고|게재";

/// Labels before the date of publication. These labels need a colon, because
/// they are also ordinary words.
constexpr std::string_view kPublishedWithColon =
    "created|creado|creada|publication|publicación|publicação|pubblicazione|veröffentlichung|publicering|"
    "publicatie|publicare|giriş|yayın|дата|انتشار|تاريخ|تاریخ|שעת פרסום|תאריך|प्रकाशन|পোস্ট|วันที่|tanggal|時間|公開|"
    "発行|승인|발행|작성";

/// Labels before the date of the last change.
constexpr std::string_view kUpdated =
    "page last modified|page last updated|last changed|last amended|last edited on|updated as of|letztes update|letzte änderung am|überarbeitet am|"
    "dernière actualisation|actualisé le|modificado el|editado el|última edición|ultima modifica il|modificato il|"
    "modifica il|última atualização em|última atualização|última actualização|última modificação|modificado em|"
    "alterado em|laatst aangepast|laatst gewijzigd|laatste wijziging|aangepast op|aangepast|gewijzigd op|gewijzigd|"
    "senast uppdaterat|senast ändrad|uppdaterat|ändrad|senest opdateret|sidst ændret|ændret|sist endret|"
    "sist redigert|endret|viimeksi päivitetty|data aktualizacji|data modyfikacji|ostatnia modyfikacja|"
    "ostatnia zmiana|zmodyfikowano|zmieniono|uaktualniono|poslední aktualizace|naposledy upraveno|poslední úprava|"
    "upraveno|změněno|posledná aktualizácia|naposledy upravené|upravené|zmenené|utolsó frissítés|"
    "utoljára frissítve|utolsó módosítás|módosítva|data actualizării|data actualizarii|ultima actualizare|"
    "actualizată|ultima modificare|останнє оновлення|дата оновлення|відредаговано|змінено|последнее обновление|"
    "последнее изменение|дата обновления|отредактировано|обновлен|последна актуализация|последна промяна|"
    "актуализирано|актуализирана|обновено|обновен|променено|последња измена|poslednja izmena|измењено|izmenjeno|"
    "posljednja izmjena|zadnja izmjena|posljednje ažuriranje|zadnje ažuriranje|izmijenjeno|nazadnje posodobljeno|"
    "zadnja posodobitev|zadnja sprememba|spremenjeno|τελευταία ενημέρωση|τελευταία τροποποίηση|τροποποιήθηκε|"
    "ανανεώθηκε|paskutinį kartą atnaujinta|atjaunināts|labots|viimati uuendatud|muudetud|son güncelleme tarihi|"
    "son güncellenme|güncellenme tarihi|güncelleme tarihi|düzenlenme tarihi|تاريخ التحديث|تاريخ التعديل|تم التعديل|"
    "آخر تعديل|آخرین به\xE2\x80\x8Cروزرسانی|تاریخ به\xE2\x80\x8Cروزرسانی|به\xE2\x80\x8Cروزرسانی|آخرین بروزرسانی|"
    "به روزرسانی|بروزرسانی|آخرین ویرایش|עדכון אחרון|עודכן לאחרונה|תאריך עדכון|अंतिम अद्यतन|अंतिम अपडेट|अपडेटेड|"
    "अद्यतन|अद्ययावत|সর্বশেষ আপডেট|হালনাগাদ|آخری اپ ڈیٹ|اپ ڈیٹ|ปรับปรุงล่าสุด|ปรับปรุงเมื่อ|ปรับปรุง|อัปเดตล่าสุด|"
    "แก้ไขล่าสุด|แก้ไขเมื่อ|อัพเดท|อัพเดต|cập nhật lần cuối|terakhir diperbarui|pembaruan terakhir|terakhir diubah|"
    "dikemas kini|dikemaskini|última actualització|actualitzat|modificat el|última actualización o|"
    "azken eguneraketa|eguneratua|përditësuar|последно ажурирање|ბოლო განახლება|განახლდა|թարմացվել է|son yenilənmə|"
    "yenilənib|жаңартылды|imesasishwa|laas opgedateer|opgedateer|síðast uppfært|uppfært|diweddarwyd|更新日期|更新時間|更新於|"
    "最近更新|最後更新|最后修改|最後修改|修改时间|修改時間|编辑于|編輯於|最終更新日時|最終更新日|更新日時|更新日|최종수정|최종 수정|최종업데이트|최종 업데이트|업데이트|최종편집|최종 편집|수정일|갱신";

/// Labels before the date of the last change. These labels need a colon,
/// because they are also ordinary words.
constexpr std::string_view kUpdatedWithColon =
    "stand|update|upd|changed|amended|aktualisierung|actualisation|actualización|atualização|aggiornamento|"
    "modifica|ändrat|päivitys|aktualizace|aktualizácia|frissítés|módosítás|actualizare|обновление|изменение|"
    "оновлення|актуализация|ažuriranje|ажурирање|τροποποίηση|düzenlenme|تعديل|עדכון|संशोधित|แก้ไข|chỉnh sửa|diubah|"
    "修正|改訂|編集日|编辑时间";

struct DateLabels {
  std::string_view phrases;
  Label label;
  bool needs_colon;
};
constexpr std::array<DateLabels, 4> kDateLabels = {{
    {kPublished, Label::kPublished, false},
    {kPublishedWithColon, Label::kPublished, true},
    {kUpdated, Label::kUpdated, false},
    {kUpdatedWithColon, Label::kUpdated, true},
}};

void AppendDateLabels(std::vector<LabelName>& all) {
  for (const DateLabels& labels : kDateLabels) {
    for (const auto name : std::views::split(labels.phrases, '|')) {
      all.push_back(
          {std::string_view(name), labels.label, labels.needs_colon});
    }
  }
}

}  // namespace

std::span<const LabelName> LabelNames() {
  static const std::vector<LabelName> kAll = [] {
    std::vector<LabelName> all = BylineLabels();
    all.insert(all.begin(), kLabelNames.begin(), kLabelNames.end());
    AppendDateLabels(all);
    // Longer labels come first, so that "published on" is found before
    // "published".
    text::SortStably(all, [](const LabelName& each) {
      return -static_cast<int64_t>(each.name.size());
    });
    return all;
  }();
  return kAll;
}

PhraseList LabelTexts() {
  static const std::vector<std::string_view> kTexts = [] {
    std::vector<std::string_view> texts;
    for (const LabelName& each : LabelNames()) texts.push_back(each.name);
    return texts;
  }();
  return kTexts;
}

}  // namespace newsmill::extract::lexicon
// clang-format on
