#include "page_state_date.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "timestamps.h"

namespace newsmill::extract {
namespace {

constexpr size_t kMaxValue = 40;
constexpr std::string_view kBeginning = "ubl";  // p or P before it

/// The names of such values, without the letter that they begin with.
constexpr std::array<std::string_view, 10> kNames = {
    "ublished_at",  "ublishedAt", "ublishedDate",   "ublished_date",
    "ublish_date",  "ublishDate", "ublicationDate", "ublication_date",
    "ublishedTime", "ublished"};

bool BeginsName(std::string_view script, size_t at) {
  // "datePublished" and "firstPublicationDate" end like the others.
  return at > 0 && (script[at - 1] == 'p' || script[at - 1] == 'P');
}

/// What stands between the quotation marks behind `"name" :`, which may be
/// written `\"` within another string.
std::string_view ValueBehind(std::string_view rest) {
  constexpr std::string_view kMarks = "\\\": ";
  const size_t begin = rest.find_first_not_of(kMarks);
  if (begin == rest.npos || begin < 3 || begin > 8) return "";
  rest = rest.substr(begin, kMaxValue);
  return rest.substr(0, rest.find_first_of("\\\""));
}

class Search {
 public:
  explicit Search(DayOrder order) : order_(order) {}

  void In(std::string_view script) {
    for (size_t at = script.find(kBeginning);
         at != script.npos && !contradicted_;
         at = script.find(kBeginning, at + 1)) {
      if (BeginsName(script, at)) At(script.substr(at));
    }
  }

  std::string Found() const { return contradicted_ ? "" : found_; }

 private:
  void At(std::string_view text) {
    for (const std::string_view name : kNames) {
      if (!text.starts_with(name)) continue;
      const auto date =
          ReadTimestamp(ValueBehind(text.substr(name.size())), order_);
      if (!date) return;
      contradicted_ = !found_.empty() && DayOf(found_) != DayOf(*date);
      if (found_.empty()) found_ = *date;
      return;
    }
  }

  DayOrder order_;
  std::string found_;
  bool contradicted_ = false;
};

}  // namespace

std::string DateOfState(const html::Document& page, DayOrder order) {
  Search search(order);
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

}  // namespace newsmill::extract
