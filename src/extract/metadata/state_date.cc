#include "state_date.h"

#include <array>
#include <string_view>

#include "extract/dates/timestamps.h"
#include "newsmill/model/timestamp.h"

namespace newsmill::extract::metadata {
namespace {

constexpr size_t kMaxValue = 40;
constexpr std::string_view kBeginning = "ubl";

/// Names of publication dates in JSON. The first letter is left out, because it
/// is "p" in "publicationDate" but "P" in "firstPublicationDate".
constexpr std::array<std::string_view, 9> kNames = {
    "ublished_at",    "ublishedAt",      "ublishedDate",
    "ublished_date",  "ublish_date",     "ublishDate",
    "ublicationDate", "ublication_date", "ublishedTime"};
/// The name "datePublished" of schema.org without "dateP" at its start.
constexpr std::string_view kDatePublished = "ublished";

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }

/// Returns whether a name of a publication date may begin just before `at`:
/// true for "publishDate" and "firstPublicationDate", false for
/// "unpublishDate".
bool BeginsName(std::string_view script, size_t at) {
  if (at == 0) return false;
  if (script[at - 1] == 'P') return true;
  return script[at - 1] == 'p' && (at == 1 || !IsLower(script[at - 2]));
}

/// Returns the number of bytes from `at` to the end of the name of a
/// publication date. Returns 0 if `at` is not directly after the first letter
/// of such a name.
size_t NameAt(std::string_view script, size_t at) {
  const std::string_view rest = script.substr(at);
  for (const std::string_view name : kNames) {
    if (rest.starts_with(name)) return name.size();
  }
  return script.substr(0, at).ends_with("dateP") &&
                 rest.starts_with(kDatePublished)
             ? kDatePublished.size()
             : 0;
}

/// Returns the string or number after `"name" :`. Also accepts quotation marks
/// in the form `\"`, because the JSON may be inside another string.
std::string_view ValueAfterName(std::string_view rest) {
  const size_t begin = rest.find_first_not_of("\\\": ");
  if (begin == rest.npos || begin < 2 || begin > 8) return "";
  rest = rest.substr(begin, kMaxValue);
  return rest.substr(0, rest.find_first_of("\\\",}"));
}

class Search {
 public:
  explicit Search(const dates::DateStyle& style) : style_(style) {}

  void In(std::string_view script) {
    for (size_t at = script.find(kBeginning);
         at != script.npos && !contradicted_;
         at = script.find(kBeginning, at + 1)) {
      if (!BeginsName(script, at)) continue;
      if (const size_t bytes = NameAt(script, at); bytes > 0) {
        Take(ValueAfterName(script.substr(at + bytes)));
      }
    }
  }

  std::string Found() const { return contradicted_ ? "" : found_; }

 private:
  void Take(std::string_view value) {
    const auto date = dates::ReadTimestamp(value, style_);
    if (!date) return;
    if (found_.empty()) found_ = *date;
    contradicted_ =
        dates::DayOf(found_) != dates::DayOf(*date) &&
        model::ParseTimestamp(found_) != model::ParseTimestamp(*date);
  }

  const dates::DateStyle& style_;
  std::string found_;
  bool contradicted_ = false;
};

}  // namespace

std::string DateOfState(const html::Document& page,
                        const dates::DateStyle& style) {
  Search search(style);
  const html::NodeId top = page.root();
  std::string text;
  for (html::NodeId node = page.first_child(top); node != html::kNoNode;
       node = page.Next(node, top)) {
    if (!page.Is(node, html::Tag::kScript)) continue;
    text.clear();
    page.AppendText(node, text);
    search.In(text);
  }
  return search.Found();
}

}  // namespace newsmill::extract::metadata
