#include "date_words.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <initializer_list>
#include <utility>

#include "date_words_table.h"
#include "extract/text/value_cache.h"

namespace newsmill::extract::lexicon {
namespace {

using Tokens = std::span<const text::Token>;
using Words = std::span<const DateWord>;

constexpr uint32_t kNumbered = 99;
constexpr uint32_t kAm = 0x000FFF;
constexpr uint32_t kPm = 0xFFF000;

// Words that news articles use and CLDR does not contain: grammatical cases,
// spellings, abbreviations. Sorted by bytes.
// clang-format off
constexpr std::array<DateWord, 64> kNewsMonths = {{
    {"aout", 8}, {"aprila", 4}, {"aprilli", 4}, {"aprīlī", 4}, {"augustā", 8},
    {"avgusta", 8}, {"decembre", 12}, {"decembrī", 12}, {"detsembri", 12},
    {"februarja", 2}, {"februārī", 2}, {"fevrier", 2}, {"jaanuari", 1},
    {"januarja", 1}, {"janvārī", 1}, {"jula", 7}, {"juna", 6}, {"jūlijā", 7},
    {"jūnijā", 6}, {"magg", 5}, {"maijā", 5}, {"marco", 3}, {"marta", 3},
    {"martā", 3}, {"mrz", 3}, {"märtsi", 3}, {"novembri", 11}, {"novembrī", 11},
    {"oktobrī", 10}, {"oktoobri", 10}, {"septembri", 9}, {"septembrī", 9},
    {"studenog", 11}, {"veebruari", 2}, {"μαι", 5}, {"априла", 4},
    {"децембра", 12}, {"маја", 5}, {"новембра", 11}, {"октобра", 10},
    {"септембра", 9}, {"фебруара", 2}, {"јануара", 1}, {"јула", 7}, {"јуна", 6},
    {"מרס", 3}, {"آگوست", 8}, {"ابريل", 4}, {"اغسطس", 8}, {"اكتوبر", 10},
    {"يوليه", 7}, {"يونيه", 6}, {"अक्तूबर", 10}, {"दिसम्बर", 12},
    {"नवम्बर", 11}, {"फरवरी", 2}, {"सितम्बर", 9}, {"জানুয়ারী", 1},
    {"ফেব্রুয়ারী", 2}, {"ਫਰਵਰੀ", 2}, {"ઓક્ટોબર", 10}, {"ઓગસ્ટ", 8},
    {"జూలై", 7}, {"മെയ്", 5},
}};
// In German, "am" after a time may be a preposition: "9:30 am 3. Mai".
constexpr std::array<DateWord, 10> kNewsPeriods = {{
    {"am", kAm | kPm, "de|gsw|lb"}, {"de la mañana", kAm}, {"de la noche", kPm},
    {"de la tarde", kPm}, {"du matin", kAm}, {"du soir", kPm}, {"صباحا", kAm},
    {"صباحًا", kAm}, {"مساء", kPm}, {"مساءً", kPm},
}};
constexpr std::array<DateWord, 19> kNewsLinks = {{
    {"de", 1}, {"er", 1}, {"gada", 1}, {"nd", 1}, {"ngày", 1}, {"năm", 1},
    {"of", 1}, {"on", 1}, {"rd", 1}, {"st", 1}, {"th", 1}, {"urteko", 1},
    {"º", 1}, {"год", 1}, {"года", 1}, {"ቀን", 1}, {"号", 1}, {"號", 1}, {"일", 1},
}};
// clang-format on
static_assert(std::ranges::is_sorted(kNewsMonths, {}, &DateWord::words));
static_assert(std::ranges::is_sorted(kNewsPeriods, {}, &DateWord::words));
static_assert(std::ranges::is_sorted(kNewsLinks, {}, &DateWord::words));

/// Returns whether the token is a mark of an abbreviation: "μ.μ.", "סעט׳".
bool IsAbbreviationMark(const text::Token& token) {
  constexpr std::array<std::string_view, 7> kMarks = {".", "'", "’", "ʼ",
                                                      "׳", "॰", "-"};
  return token.kind == text::Token::Kind::kMark &&
         std::ranges::find(kMarks, token.word) != kMarks.end();
}

/// Returns the number of tokens that match `words` at the beginning of
/// `tokens`, or 0. Sets `number` to the number that matches a "#".
size_t TokensTaken(std::string_view words, Tokens tokens, uint32_t& number) {
  size_t at = 0;
  for (bool first = true; !words.empty(); first = false) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
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

/// Returns the first word of all table rows that can match `tokens`. Returns ""
/// if no row can match.
std::string_view FirstOf(Tokens tokens) {
  if (tokens.empty() || tokens[0].kind == text::Token::Kind::kMark) return "";
  return tokens[0].IsNumber() ? "#" : std::string_view(tokens[0].word);
}

/// The hashes of the first words of all table rows. Most words of a text are
/// not the first word of a row, and the hashes show this faster than a search.
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
