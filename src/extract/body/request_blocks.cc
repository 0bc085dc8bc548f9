#include "request_blocks.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <set>
#include <string_view>
#include <vector>

#include "extract/lexicon/requests.h"
#include "extract/text/characters.h"
#include "newsmill/base/ascii.h"

namespace newsmill::extract::body {
namespace {

/// Returns whether the text names a thing that only requests of a site are
/// about. `folded` must be in lower case.
bool NamesTechnology(std::string_view folded) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"cookie",      "javascript",   "browser",     "captcha",
       "ad block",    "ad-block",     "adblock",     "werbeblocker",
       "navigateur",  "navegador",    "webläsare",   "nettleser",
       "selaime",     "selain",       "przeglądar",  "prohlížeč",
       "prehliadač",  "böngésző",     "браузер",     "браузър",
       "περιήγησης",  "tarayıcı",     "peramban",    "pelayar",
       "trình duyệt", "เบราว์เซอร์",    "متصفح",       "مرورگر",
       "דפדפן",       "ब्राउज़र",       "浏览器",      "瀏覽器",
       "ブラウザ",    "브라우저",     "kakor",       "informasjonskapsler",
       "evästei",     "ciasteczek",   "sütik",       "куки",
       "бисквитки",   "çerez",        "ملفات تعريف", "ملفات الارتباط",
       "الكوكيز",     "کوکی",         "עוגיות",      "कुकी",
       "คุกกี้",         "クッキー",     "쿠키",        "سكريبت",
       "جاوااسکریپت", "جاوا اسکریپت", "जावास्क्रिप्ट",  "자바스크립트"});
  return ContainsAny(folded, kNames);
}

/// Returns whether the text is about walls or browsers, so that it may speak of
/// requests. `folded` must be in lower case.
bool IsAboutRequests(std::string_view folded) {
  static constexpr auto kTopics =
      std::to_array<std::string_view>({"consent", "privacy", "robot"});
  return NamesTechnology(folded) || ContainsAny(folded, kTopics);
}

/// Returns whether a text with one request is nothing else: the request or the
/// word after it names a technology, or the request is most of the text. "By
/// clicking" alone may begin a report.
bool IsOneRequest(std::string_view folded, const lexicon::Requests& request) {
  constexpr int32_t kBeginning = 4;  // number of words
  constexpr size_t kNextWord = 16;   // bytes: "this site uses" + " cookies"
  return text::MeasureOf(folded.substr(0, request.first)).words <= kBeginning &&
         (request.first_bytes * 2 >= folded.size() ||
          NamesTechnology(
              folded.substr(request.first, request.first_bytes + kNextWord)));
}

/// Returns whether the block is a request: it has several phrases of requests,
/// or it is short and begins with one. A paragraph of an article may mention a
/// request, but has more words for each of them.
bool IsRequest(std::string_view folded, uint32_t words, bool is_about) {
  constexpr uint32_t kShort = 25;  // number of words
  const lexicon::Requests requests = lexicon::RequestsIn(folded);
  if (requests.count != 1) {
    return requests.count * (is_about ? 6 : 20) > words;
  }
  return !is_about && words <= kShort && IsOneRequest(folded, requests);
}

/// Adds the requests among `chosen` to `requests`. Stops at the first prose
/// that is no request.
void FindRequests(const Outline& outline, bool is_about, const auto& chosen,
                  std::set<size_t>& requests) {
  for (const size_t i : chosen) {
    if (requests.contains(i)) return;
    const TextBlock& block = outline.blocks[i];
    if (IsRequest(text::Folded(outline.TextOf(block)), block.words, is_about)) {
      requests.insert(i);
    } else if (LooksLikeProse(block)) {
      return;
    }
  }
}

}  // namespace

void DropRequests(const Outline& outline, const BodyHints& hints,
                  Choices& choices) {
  constexpr uint32_t kParagraph = 30;  // number of words
  const bool is_about = IsAboutRequests(text::Folded(hints.title));
  const std::vector<size_t> chosen = ChosenBlocks(choices);
  std::set<size_t> requests;
  FindRequests(outline, is_about, chosen, requests);
  if (requests.size() == chosen.size()) return;
  FindRequests(outline, is_about, chosen | std::views::reverse, requests);
  uint32_t words = 0;  // in the rest of the body
  for (const size_t i : chosen) {
    if (!requests.contains(i)) words += outline.blocks[i].words;
  }
  if (words < kParagraph) return;
  for (const size_t i : requests) {
    choices[i].Drop("a request to the reader");
  }
}

}  // namespace newsmill::extract::body
