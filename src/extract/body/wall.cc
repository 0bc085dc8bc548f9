#include "wall.h"

#include <array>
#include <cstdint>
#include <optional>

#include "extract/lexicon/requests.h"
#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::body {
namespace {

/// Sums over the paragraphs of a body.
struct RequestSums {
  uint32_t words = 0;
  uint32_t requests = 0;
  uint32_t errors = 0;  // statements about errors

  uint32_t phrases() const { return requests + errors; }
};

uint32_t WordsIn(std::string_view text) {
  return static_cast<uint32_t>(text::MeasureOf(text).words);
}

/// Returns the number of words of a body, or nothing if the body has `limit`
/// words or more.
std::optional<uint32_t> WordsOf(const std::vector<std::string>& paragraphs,
                                uint32_t limit) {
  uint32_t words = 0;
  for (const std::string& paragraph : paragraphs) {
    words += WordsIn(paragraph);
    if (words >= limit) return std::nullopt;
  }
  return words;
}

RequestSums SumsOf(const std::vector<std::string>& paragraphs, uint32_t words) {
  RequestSums sums = {.words = words};
  for (const std::string& paragraph : paragraphs) {
    const std::string folded = text::Folded(paragraph);
    sums.requests += lexicon::AllRequestsIn(folded);
    sums.errors += lexicon::ErrorsIn(folded);
  }
  return sums;
}

/// Returns the maximum number of words for each request in a wall. An article
/// may mention a few requests.
uint32_t WordsPerRequest(const BodyHints& hints) {
  if (hints.is_article_type) return 15;
  return hints.authors.empty() ? 20 : 18;
}

/// Returns whether statements about an error are most of a text, so that the
/// title does not matter.
bool IsMostlyErrors(const RequestSums& sums) {
  constexpr uint32_t kSeveral = 2;
  constexpr uint32_t kWordsPerError = 12;
  return sums.errors >= kSeveral && sums.errors * kWordsPerError >= sums.words;
}

/// Returns whether the rest of an error page's title is a number or the name of
/// the site: " | Example Times". The rest of a headline has no separator.
bool IsSiteOrNumber(std::string_view rest) {
  constexpr uint32_t kSiteWords = 3;
  static constexpr std::array<std::string_view, 6> kSeparators = {
      "|", " -", " –", " —", "·", "»"};
  const std::string_view bare = Trim(rest, " .,:;!?()[]0123456789");
  return bare.empty() ||
         (WordsIn(bare) <= kSiteWords && ContainsAny(rest, kSeparators));
}

/// Returns whether the paragraph is a sentence that may report something. A
/// wall has headings, buttons and short questions.
bool IsStatement(std::string_view paragraph) {
  constexpr uint32_t kFewestWords = 10;
  return text::EndsSentence(paragraph) && WordsIn(paragraph) >= kFewestWords;
}

}  // namespace

bool IsWall(const std::vector<std::string>& paragraphs,
            const BodyHints& hints) {
  constexpr uint32_t kMostWords = 500;
  size_t bytes = 0;
  for (const std::string& paragraph : paragraphs) bytes += paragraph.size();
  uint32_t requests = 0;
  size_t others = 0;    // bytes of the paragraphs without a request
  bool reports = true;  // each paragraph with a request is a statement
  for (const std::string& paragraph : paragraphs) {
    const uint32_t found = lexicon::AllRequestsIn(text::Folded(paragraph));
    requests += found;
    if (found == 0) others += paragraph.size();
    if (found > 0 && !IsStatement(paragraph)) reports = false;
    if (others * 2 >= bytes) return false;
  }
  if (reports && others * 4 >= bytes) return false;
  const auto words = WordsOf(paragraphs, kMostWords);
  return words && requests * WordsPerRequest(hints) >= *words;
}

bool IsErrorPage(const std::vector<std::string>& paragraphs,
                 const BodyHints& hints) {
  constexpr uint32_t kMostWords = 150;
  constexpr uint32_t kFewWords = 30;
  constexpr uint32_t kWordsPerPhrase = 30;
  const auto words = WordsOf(paragraphs, kMostWords);
  if (!words) return false;
  const RequestSums sums = SumsOf(paragraphs, *words);
  const std::string title = text::Folded(hints.title);
  const std::string rest = lexicon::WithoutErrorTitles(title);
  if (rest == title && title != "404") return IsMostlyErrors(sums);
  const bool is_headline = !IsSiteOrNumber(rest);
  const uint32_t most = is_headline ? WordsPerRequest(hints) : kWordsPerPhrase;
  if (sums.phrases() * most >= sums.words) return true;
  if (is_headline || hints.is_article_type) return false;
  return sums.phrases() > 0 ||
         (sums.words < kFewWords && hints.authors.empty());
}

bool IsListTitle(std::string_view title) {
  static constexpr std::array<std::string_view, 8> kStarts = {
      "search results", "results for",      "you searched", "suchergebnis",
      "résultats de",   "resultados de la", "risultati",    "search:"};
  return StartsWithAny(text::Folded(title), kStarts);
}

}  // namespace newsmill::extract::body
