#include "date_words.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <initializer_list>
#include <utility>

#include "date_words_table.h"
#include "extract/text/value_cache.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::lexicon {
namespace {

using Tokens = std::span<const text::Token>;
using Words = std::span<const DateWord>;

constexpr uint32_t kNumbered = 99;
// Values of words for parts of the day. A value has one bit for each hour that
// the word can mean.
constexpr uint32_t kAm = 0x000FFF;
constexpr uint32_t kPm = 0xFFF000;
constexpr uint32_t kDawn = 0x0000FF;       // 0 to 7
constexpr uint32_t kMorning = 0x000FF8;    // 3 to 11
constexpr uint32_t kNoon = 0x007800;       // 11 to 14
constexpr uint32_t kAfternoon = 0x07F000;  // 12 to 18
constexpr uint32_t kEvening = 0x3F0000;    // 16 to 21
constexpr uint32_t kLate = 0xFE0007;       // 17 to 2: "9 du soir", "1 du soir"
constexpr uint32_t kNight = 0xF8001F;      // 19 to 4
// The value of Swahili words for parts of the day. In Swahili, hours are
// counted from 6 o'clock, but some pages do not follow this rule. Therefore, a
// time with such a word is not read.
constexpr uint32_t kOtherClock = 0;
constexpr uint32_t kBefore = kBeforeDuration;
constexpr uint32_t kAfter = kAfterDuration;

// Names of months that news pages use but CLDR does not contain: grammatical
// cases, other spellings and abbreviations. Sorted by bytes.
// clang-format off
constexpr std::array<DateWord, 79> kNewsMonths = {{
    {"agoosto", 8}, {"aout", 8}, {"aprila", 4}, {"aprilli", 4}, {"aprīlī", 4},
    {"augustā", 8}, {"avgusta", 8}, {"decembrī", 12}, {"detsembri", 12},
    {"februarja", 2}, {"februārī", 2}, {"fevrier", 2}, {"jaanuari", 1},
    {"januarja", 1}, {"janvārī", 1}, {"jula", 7}, {"juna", 6}, {"juunyo", 6},
    {"jūlijā", 7}, {"jūnijā", 6}, {"luuliyo", 7}, {"magg", 5}, {"maijā", 5},
    {"marco", 3}, {"marta", 3}, {"martā", 3}, {"mrz", 3}, {"märtsi", 3},
    {"nofeembar", 11}, {"novembri", 11}, {"novembrī", 11}, {"oktobrī", 10},
    {"oktoobri", 10}, {"septembri", 9}, {"septembrī", 9}, {"studenog", 11},
    {"veebruari", 2}, {"μαι", 5}, {"априла", 4}, {"децембра", 12}, {"маја", 5},
    {"новембра", 11}, {"октобра", 10}, {"септембра", 9}, {"фебруара", 2},
    {"јануара", 1}, {"јула", 7}, {"јуна", 6}, {"מרס", 3}, {"آگوست", 8},
    {"ابريل", 4}, {"اغسطس", 8}, {"اكتوبر", 10}, {"يوليه", 7}, {"يونيه", 6},
    {"अक्तूबर", 10}, {"दिसम्बर", 12}, {"नवम्बर", 11}, {"फरवरी", 2}, {"सितम्बर", 9},
    {"জানুয়ারী", 1}, {"ফেব্রুয়ারী", 2}, {"ਫਰਵਰੀ", 2}, {"ઓક્ટોબર", 10}, {"ઓગસ્ટ", 8},
    {"జూలై", 7}, {"മെയ്", 5}, {"අගෝස්තු", 8}, {"අප්රේල්", 4}, {"ඔක්තෝබර්", 10},
    {"ජනවාරි", 1}, {"ජූනි", 6}, {"ජූලි", 7}, {"දෙසැම්බර්", 12}, {"නොවැම්බර්", 11},
    {"පෙබරවාරි", 2}, {"මාර්තු", 3}, {"මැයි", 5}, {"සැප්තැම්බර්", 9},
}};
// Words for parts of the day. Some of these words are prepositions in other
// languages: English "am" is a part of the day, but German "am" is a
// preposition ("9:30 am 3. Mai"). The preposition has the value kAllHours,
// which does not change the hour.
constexpr std::array<DateWord, 156> kNewsPeriods = {{
    {"alasiri", kOtherClock}, {"alfajiri", kOtherClock},
    {"am", kAllHours, "de|gsw|lb"}, {"asubuhi", kOtherClock}, {"de", kAm, "hu"},
    {"de", kAllHours}, {"de la mañana", kAm}, {"de la noche", kLate},
    {"de la tarde", kPm}, {"dini hari", kDawn}, {"du", kPm, "hu"},
    {"du", kAllHours}, {"du matin", kAm}, {"du soir", kLate}, {"em", kPm, "sv"},
    {"em", kAllHours}, {"jioni", kOtherClock}, {"khuya", kNight},
    {"mchana", kOtherClock}, {"noche", kLate}, {"rạng sáng", kDawn},
    {"soir", kLate}, {"subuh", kDawn}, {"to", kAm, "uz"}, {"to", kAllHours},
    {"tối", kLate}, {"usiku", kOtherClock}, {"اے ایم", kAm},
    {"بعد از دوپہر", kPm}, {"بعد دوپہر", kPm}, {"رات گئے", kNight},
    {"صباحا", kAm}, {"صباحاً", kAm}, {"صباحًا", kAm}, {"ظهرا", kNoon},
    {"ظهراً", kNoon}, {"عصرا", kAfternoon}, {"عصراً", kAfternoon},
    {"علی الصبح", kDawn}, {"فجرا", kDawn}, {"فجراً", kDawn},
    {"قبل از دوپہر", kAm}, {"قبل دوپہر", kAm}, {"ليلا", kNight}, {"مساء", kPm},
    {"مساءا", kPm}, {"مساءاً", kPm}, {"مساءً", kPm}, {"پی ایم", kPm},
    {"आधी रात", kNight}, {"ए एम", kAm}, {"एएम", kAm}, {"तड़के", kDawn},
    {"तड़के", kDawn}, {"दिउँसो", kAfternoon}, {"दुपारी", kAfternoon},
    {"पहाटे", kDawn}, {"पी एम", kPm}, {"पीएम", kPm}, {"प्रातः", kMorning},
    {"बेलुका", kEvening}, {"मध्यरात्री", kNight}, {"राति", kNight},
    {"रात्रि", kNight}, {"रात्री", kNight}, {"संध्याकाळी", kEvening},
    {"सकाळी", kMorning}, {"सायं", kEvening}, {"सायंकाळी", kEvening},
    {"অপরাহ্ণ", kPm}, {"অপরাহ্ন", kPm}, {"আবেলি", kAfternoon}, {"এ এম", kAm},
    {"এএম", kAm}, {"দুপুরে", kAfternoon}, {"পি এম", kPm}, {"পিএম", kPm},
    {"পুৱা", kMorning}, {"পূর্বাহ্ণ", kAm}, {"পূর্বাহ্ন", kAm}, {"বিকালে", kAfternoon},
    {"বিকেল", kAfternoon}, {"বিকেলে", kAfternoon}, {"ভোরে", kDawn},
    {"মধ্যরাত", kNight}, {"রাত", kNight}, {"রাতে", kNight}, {"সকালে", kMorning},
    {"সন্ধিয়া", kEvening}, {"সন্ধিয়া", kEvening}, {"সন্ধে", kEvening},
    {"সন্ধ্যায়", kEvening}, {"সন্ধ্যায়", kEvening}, {"সন্ধ্যে", kEvening},
    {"ৰাতি", kNight}, {"ਦੁਪਹਿਰ", kAfternoon}, {"ਪੂ ਦੁ", kAm}, {"ਬਾ ਦੁ", kPm},
    {"ਸ਼ਾਮ", kEvening}, {"ਸ਼ਾਮ", kEvening}, {"એએમ", kAm}, {"પીએમ", kPm},
    {"ଅପରାହ୍ନ", kPm}, {"ପୂର୍ବାହ୍ନ", kAm}, {"ରାତି", kNight}, {"ସକାଳ", kMorning},
    {"ସନ୍ଧ୍ୟା", kEvening}, {"பிற்பகல்", kPm}, {"முற்பகல்", kAm}, {"ఏఎం", kAm},
    {"తెల్లవారుజామున", kDawn}, {"పీఎం", kPm}, {"ಅಪರಾಹ್ನ", kPm}, {"ಎಎಂ", kAm},
    {"ಪಿಎಂ", kPm}, {"ಪೂರ್ವಾಹ್ನ", kAm}, {"ಬೆಳಿಗ್ಗೆ", kMorning}, {"ಮುಂಜಾನೆ", kDawn},
    {"ಸಾಯಂಕಾಲ", kEvening}, {"ഉച്ചക്ക്", kAfternoon}, {"വൈകിട്ട്", kAfternoon},
    {"ดึก", kNight}, {"เช้า", kMorning}, {"เย็น", kEvening}, {"傍 晚", kEvening},
    {"午 后", kAfternoon}, {"午 間", kNoon}, {"午 间", kNoon},
    {"半 夜", kNight}, {"夕", kEvening}, {"夜 裏", kNight}, {"夜 裡", kNight},
    {"夜 里", kNight}, {"夜 間", kNight}, {"夜 间", kNight}, {"拂 晓", kDawn},
    {"拂 曉", kDawn}, {"早", kMorning}, {"早 晨", kMorning},
    {"早 朝", kMorning}, {"早 間", kMorning}, {"早 间", kMorning},
    {"明 け 方", kDawn}, {"晚", kLate}, {"晚 間", kLate}, {"晚 间", kLate},
    {"晩", kLate}, {"未 明", kDawn}, {"深 夜", kNight}, {"清 早", kMorning},
    {"黎 明", kDawn}, {"낮", kAfternoon}, {"새 벽", kDawn}, {"심 야", kNight},
    {"아 침", kMorning}, {"한 밤", kNight},
}};
constexpr std::array<DateWord, 70> kNewsLinks = {{
    {"de", 1}, {"er", 1}, {"ga", 1}, {"godz", 1}, {"godzina", 1},
    {"godzinie", 1}, {"hod", 1}, {"hodin", 1}, {"hora", 1}, {"horas", 1},
    {"kello", 1}, {"klukkan", 1}, {"nd", 1}, {"ngày", 1}, {"năm", 1}, {"of", 1},
    {"on", 1}, {"ora", 1}, {"orele", 1}, {"plkst", 1}, {"rd", 1}, {"st", 1},
    {"th", 1}, {"uhr", 1}, {"urteko", 1}, {"º", 1}, {"óra", 1}, {"ώρα", 1},
    {"время", 1}, {"год", 1}, {"года", 1}, {"час", 1}, {"الساعة", 1},
    {"بجے", 1}, {"وقت", 1}, {"वा", 1}, {"वाजून", 1}, {"वेळ", 1}, {"समय", 1},
    {"समयमा", 1}, {"টা", 1}, {"টায়", 1}, {"টায়", 1}, {"সময়", 1}, {"সময়", 1},
    {"ਵਜੇ", 1}, {"ਸਮਾਂ", 1}, {"કલાકે", 1}, {"વાગ્યે", 1}, {"સમય", 1}, {"நேரம்", 1},
    {"மணி", 1}, {"மணிக்கு", 1}, {"గంటలకు", 1}, {"సమయం", 1}, {"ಗಂಟೆಗೆ", 1},
    {"ಸಮಯ", 1}, {"മണി", 1}, {"മണിക്ക്", 1}, {"സമയം", 1}, {"ቀን", 1}, {"ម៉ោង", 1},
    {"于", 1}, {"号", 1}, {"於", 1}, {"时 间", 1}, {"時 間", 1}, {"號", 1},
    {"시 간", 1}, {"일", 1},
}};
// Words before or after the length of a text, a recording or a video:
// "duration" in "Duration 2:31".
constexpr std::array<DateWord, 137> kDurations = {{
    {"ago", kAfter}, {"audio", kBefore}, {"czas czytania", kBefore},
    {"czas trwania", kBefore}, {"dakika", kAfter}, {"dauer", kBefore},
    {"de lectura", kAfter}, {"de lecture", kAfter}, {"de leitura", kAfter},
    {"di lettura", kAfter}, {"dk", kAfter}, {"doba čtení", kBefore},
    {"duración", kBefore}, {"durasi", kBefore}, {"durata", kBefore},
    {"duration", kBefore}, {"durată", kBefore}, {"duração", kBefore},
    {"durée", kBefore}, {"duur", kBefore}, {"délka", kBefore},
    {"hördauer", kBefore}, {"kesto", kBefore}, {"lama baca", kBefore},
    {"leestijd", kBefore | kAfter}, {"length", kBefore},
    {"lesedauer", kBefore | kAfter}, {"lesetid", kBefore | kAfter},
    {"lesezeit", kBefore | kAfter}, {"listen", kBefore | kAfter},
    {"listening time", kBefore}, {"lukuaika", kBefore},
    {"lästid", kBefore | kAfter}, {"længde", kBefore},
    {"læsetid", kBefore | kAfter}, {"menit", kAfter}, {"min", kAfter},
    {"mins", kAfter}, {"minut", kAfter}, {"minute", kAfter},
    {"minuten", kAfter}, {"minuter", kAfter}, {"minutes", kAfter},
    {"minuti", kAfter}, {"minuto", kAfter}, {"minutos", kAfter},
    {"minutter", kAfter}, {"minuty", kAfter}, {"minuuttia", kAfter},
    {"okuma süresi", kBefore}, {"olvasási idő", kBefore}, {"perc", kAfter},
    {"phút", kAfter}, {"play", kBefore | kAfter}, {"podcast", kBefore},
    {"read", kBefore | kAfter}, {"read time", kBefore},
    {"reading time", kBefore}, {"running time", kBefore}, {"runtime", kBefore},
    {"speelduur", kBefore}, {"spieldauer", kBefore}, {"süre", kBefore},
    {"tempo de leitura", kBefore}, {"tempo di lettura", kBefore},
    {"temps de lecture", kBefore}, {"thời gian đọc", kBefore},
    {"thời lượng", kBefore}, {"tiempo de lectura", kBefore},
    {"time to read", kBefore}, {"timp de citire", kBefore},
    {"timp de lectură", kBefore}, {"to listen", kAfter}, {"to read", kAfter},
    {"to watch", kAfter}, {"video", kBefore | kAfter}, {"videó", kBefore},
    {"vidéo", kBefore | kAfter}, {"vídeo", kBefore | kAfter},
    {"waktu baca", kBefore}, {"watch", kBefore | kAfter}, {"áudio", kBefore},
    {"βίντεο", kBefore}, {"διάρκεια", kBefore}, {"λεπτά", kAfter},
    {"χρόνος ανάγνωσης", kBefore}, {"аудио", kBefore}, {"аудіо", kBefore},
    {"видео", kBefore}, {"время чтения", kBefore}, {"відео", kBefore},
    {"длительность", kBefore}, {"мин", kAfter}, {"минут", kAfter},
    {"минуты", kAfter}, {"продолжительность", kBefore}, {"тривалість", kBefore},
    {"хв", kAfter}, {"хвилин", kAfter}, {"час читання", kBefore},
    {"דקות", kAfter}, {"וידאו", kBefore}, {"זמן קריאה", kBefore},
    {"משך", kBefore}, {"دقائق", kAfter}, {"دقيقة", kAfter}, {"دقیقه", kAfter},
    {"زمان مطالعه", kBefore}, {"فيديو", kBefore}, {"مدة", kBefore},
    {"مدة القراءة", kBefore}, {"مدت", kBefore}, {"منٹ", kAfter},
    {"وقت القراءة", kBefore}, {"ویدیو", kBefore}, {"ویڈیو", kBefore},
    {"अवधि", kBefore}, {"मिनट", kAfter}, {"मिनिटे", kAfter}, {"वीडियो", kBefore},
    {"व्हिडिओ", kBefore}, {"ভিডিও", kBefore}, {"মিনিট", kAfter},
    {"ความยาว", kBefore}, {"นาที", kAfter}, {"วิดีโอ", kBefore},
    {"再 生 時 間", kBefore}, {"分 鐘", kAfter}, {"分 钟", kAfter},
    {"動 画", kBefore}, {"影 片", kBefore}, {"时 长", kBefore},
    {"時 長", kBefore}, {"視 頻", kBefore}, {"视 频", kBefore},
    {"영 상", kBefore}, {"재 생 시 간", kBefore},
}};
// clang-format on
static_assert(std::ranges::is_sorted(kNewsMonths, {}, &DateWord::words));
static_assert(std::ranges::is_sorted(kNewsPeriods, {}, &DateWord::words));
static_assert(std::ranges::is_sorted(kNewsLinks, {}, &DateWord::words));
static_assert(std::ranges::is_sorted(kDurations, {}, &DateWord::words));

/// Returns whether the token is a mark that may be part of an abbreviation,
/// such as the full stops in "μ.μ.".
bool IsAbbreviationMark(const text::Token& token) {
  constexpr std::array<std::string_view, 7> kMarks = {".", "'", "’", "ʼ",
                                                      "׳", "॰", "-"};
  return token.kind == text::Token::Kind::kMark &&
         std::ranges::find(kMarks, token.word) != kMarks.end();
}

/// Returns how many tokens at the start of `tokens` match `words`, or 0 if the
/// tokens do not match all of `words`. A "#" in `words` matches a number of one
/// or two digits, which is stored in `number`.
size_t TokensTaken(std::string_view words, Tokens tokens, uint32_t& number) {
  size_t at = 0;
  for (bool first = true; !words.empty(); first = false) {
    const std::string_view word = TakeWord(words);
    if (!first && at < tokens.size() && IsAbbreviationMark(tokens[at])) ++at;
    if (at == tokens.size()) return 0;
    if (word == "#") {
      if (!tokens[at].IsNumber() || tokens[at].digits > 2) return 0;
      number = static_cast<uint32_t>(tokens[at].value);
    } else if (!tokens[at].IsWord(word)) {
      return 0;
    }
    ++at;
  }
  return at;
}

bool Lists(std::string_view languages, std::string_view language) {
  while (!languages.empty()) {
    const std::string_view each = languages.substr(0, languages.find('|'));
    if (each == language) return true;
    languages.remove_prefix(std::min(languages.size(), each.size() + 1));
  }
  return false;
}

/// Returns the first word that a table row must have to match `tokens`. The
/// word is "#" if the first token is a number. Returns "" if no row can match.
std::string_view FirstOf(Tokens tokens) {
  if (tokens.empty() || tokens[0].kind == text::Token::Kind::kMark) return "";
  return tokens[0].IsNumber() ? "#" : std::string_view(tokens[0].word);
}

/// A bit set with the hashes of the first words of all table rows. Most words
/// of a text are not the first word of any row. For such words, a test of one
/// bit replaces a search in the tables.
class FirstWords {
 public:
  FirstWords(std::initializer_list<Words> tables) {
    for (const Words table : tables) {
      for (const DateWord& entry : table) {
        bits_.set(BitOf(entry.words.substr(0, entry.words.find(' '))));
      }
    }
  }
  bool MayBegin(Tokens tokens) const {
    const std::string_view first = FirstOf(tokens);
    return !first.empty() && bits_.test(BitOf(first));
  }

 private:
  static constexpr size_t kBits = size_t{1} << 14;
  static size_t BitOf(std::string_view word) {
    return text::HashOfBytes(word) % kBits;
  }

  std::bitset<kBits> bits_;
};

WordFound FindIn(Words words, Tokens tokens, std::string_view language) {
  const std::string_view first = FirstOf(tokens);
  if (first.empty()) return {};
  WordFound found;
  for (auto it = std::ranges::lower_bound(words, first, {}, &DateWord::words);
       it != words.end() && it->words.starts_with(first); ++it) {
    if (it->words.size() > first.size() && it->words[first.size()] != ' ') {
      break;
    }
    if (!it->languages.empty() && !Lists(it->languages, language)) continue;
    uint32_t number = 0;
    const size_t taken = TokensTaken(it->words, tokens, number);
    if (taken <= found.tokens) continue;
    const bool numbered = it->value == kNumbered;
    if (numbered && (number < 1 || number > 12)) continue;
    found = {.value = numbered ? number : it->value, .tokens = taken};
  }
  return found;
}

WordFound FindInBoth(Words news, Words cldr, Tokens tokens,
                     std::string_view language) {
  const WordFound found = FindIn(news, tokens, language);
  const WordFound other = FindIn(cldr, tokens, language);
  return other.tokens > found.tokens ? other : found;
}

const DateWord* RowOf(Words words, std::string_view word) {
  const auto it = std::ranges::lower_bound(words, word, {}, &DateWord::words);
  return it != words.end() && it->words == word ? &*it : nullptr;
}

}  // namespace

WordFound MonthAt(Tokens tokens, std::string_view language) {
  static const FirstWords kFirst({kNewsMonths, MonthsOfCldr()});
  if (!kFirst.MayBegin(tokens)) return {};
  return FindInBoth(kNewsMonths, MonthsOfCldr(), tokens, language);
}

WordFound WeekdayAt(Tokens tokens, std::string_view language) {
  static const FirstWords kFirst({WeekdaysOfCldr()});
  if (!kFirst.MayBegin(tokens)) return {};
  return FindIn(WeekdaysOfCldr(), tokens, language);
}

WordFound DayPeriodAt(Tokens tokens, std::string_view language) {
  static const FirstWords kFirst({kNewsPeriods, DayPeriodsOfCldr()});
  if (!kFirst.MayBegin(tokens)) return {};
  return FindInBoth(kNewsPeriods, DayPeriodsOfCldr(), tokens, language);
}

WordFound DateLinkAt(Tokens tokens) {
  static const FirstWords kFirst({kNewsLinks, DateLinksOfCldr()});
  if (!kFirst.MayBegin(tokens) || tokens[0].IsNumber()) return {};
  return FindInBoth(kNewsLinks, DateLinksOfCldr(), tokens, "");
}

WordFound DurationAt(Tokens tokens) {
  static const FirstWords kFirst({kDurations});
  if (!kFirst.MayBegin(tokens)) return {};
  return FindIn(kDurations, tokens, "");
}

uint32_t MonthNamed(std::string_view folded_word) {
  for (const Words words : {Words(kNewsMonths), MonthsOfCldr()}) {
    for (const DateWord* row = RowOf(words, folded_word);
         row != nullptr && row != words.data() + words.size() &&
         row->words == folded_word;
         ++row) {
      if (row->languages.empty()) return row->value < 100 ? row->value : 0;
    }
  }
  return 0;
}

uint32_t OrderOfLocale(std::string_view folded_tag) {
  for (std::string_view tag = folded_tag; !tag.empty();
       tag = tag.substr(0, tag.rfind('-'))) {
    if (tag.find('-') == tag.npos) tag = LanguageOfTag(tag);
    if (const DateWord* row = RowOf(OrdersOfCldr(), tag)) return row->value;
    if (tag.find('-') == tag.npos) break;
  }
  return 4;
}

std::string_view LanguageOfTag(std::string_view folded_tag) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6>
      kAliases = {{{"no", "nb"},
                   {"iw", "he"},
                   {"in", "id"},
                   {"tl", "fil"},
                   {"mo", "ro"},
                   {"sh", "hr"}}};
  const std::string_view language =
      folded_tag.substr(0, folded_tag.find_first_of("-_"));
  for (const auto& [old, now] : kAliases) {
    if (language == old) return now;
  }
  return language;
}

}  // namespace newsmill::extract::lexicon
