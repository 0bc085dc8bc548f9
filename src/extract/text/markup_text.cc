#include "markup_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "character_references.h"
#include "characters.h"
#include "newsmill/base/ascii.h"
#include "newsmill/html/names.h"

namespace newsmill::extract::text {
namespace {

constexpr size_t kMaxTagBytes = 2'048;
// The bytes after a link in which an adjacent link is searched.
constexpr size_t kMaxGapBytes = 64;

bool BreaksLine(std::string_view tag) {
  return StartsWithIgnoringCase(tag, "p") ||
         StartsWithIgnoringCase(tag, "/p") ||
         StartsWithIgnoringCase(tag, "br") ||
         StartsWithIgnoringCase(tag, "/div") ||
         StartsWithIgnoringCase(tag, "/li") ||
         StartsWithIgnoringCase(tag, "/h");
}

/// Returns the end of the tag that begins at `open`. Returns npos if "<" does
/// not begin a tag, as in "a < b".
size_t EndOfTag(std::string_view text, size_t open) {
  const size_t name = open + (text.substr(open).starts_with("</") ? 2 : 1);
  if (name >= text.size()) return text.npos;
  const char c = LowerAscii(text[name]);
  if ((c < 'a' || c > 'z') && c != '!') return text.npos;
  const size_t end = text.substr(open, kMaxTagBytes + 1).find('>');
  return end == text.npos ? text.npos : open + end;
}

/// Returns whether the tag ends a link, and another link begins directly after
/// it, as in a list of links.
bool EndsBesideLink(std::string_view tag, std::string_view rest) {
  return EqualsIgnoringCase(tag, "/a") &&
         StartsWithIgnoringCase(TrimBlanks(rest.substr(0, kMaxGapBytes)),
                                "<a ");
}

/// Returns the position after the element that begins with `tag`, if the text
/// of the element is code: `script` and `style`. Returns `end` for other tags.
/// `end` is the position after `tag`.
size_t EndOfCode(std::string_view text, std::string_view tag, size_t end) {
  for (const std::string_view name : {"script", "style"}) {
    if (!EqualsIgnoringCase(tag.substr(0, tag.find_first_of(" \t\n")), name))
      continue;
    const size_t close = text.find("</", end);
    const bool is_closed = close != text.npos &&
                           StartsWithIgnoringCase(text.substr(close + 2), name);
    return is_closed ? close : end;
  }
  return end;
}

/// The positions of tags in a text, in ascending order.
using Positions = std::vector<size_t>;

/// Returns the text without the tags. Keeps tags that are not in `tags`, unless
/// `tags` is null.
std::string WithoutTags(std::string_view text, const Positions* tags) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t open = std::min(text.find('<', at), text.size());
    out.append(text.substr(at, open - at));
    if (open == text.size()) break;
    const size_t end = EndOfTag(text, open);
    if (end == text.npos ||
        (tags != nullptr && !std::ranges::binary_search(*tags, open))) {
      out += '<';
      at = open + 1;
      continue;
    }
    const std::string_view tag = text.substr(open + 1, end - open - 1);
    if (BreaksLine(tag) || EndsBesideLink(tag, text.substr(end + 1)))
      out += '\n';
    at = EndOfCode(text, tag, end + 1);
  }
  return out;
}

/// Returns the name of a tag, from the text between "<" and ">".
std::string TagName(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  return LowerAscii(tag.substr(0, tag.find_first_of(" \t\n/")));
}

bool HasNoContent(std::string_view tag) {
  const std::string name = TagName(tag);
  return tag.starts_with('!') || name == "br" || name == "hr" ||
         name == "img" || name == "wbr";
}

/// Finds the tags of HTML elements in a text.
class ElementTags {
 public:
  void Read(std::string_view tag, size_t at) {
    if (HasNoContent(tag)) {
      tags_.push_back(at);
    } else if (tag.starts_with('/')) {
      Close(TagName(tag), at);
    } else if (html::FindTag(TagName(tag)) != html::Tag::kUnknown) {
      open_.emplace_back(TagName(tag), at);
    }
  }

  Positions Sorted() && {
    std::ranges::sort(tags_);
    return std::move(tags_);
  }

 private:
  /// Finds the start tag of an end tag. Reads only the last start tags.
  void Close(std::string_view name, size_t at) {
    constexpr size_t kMaxOpen = 32;
    const size_t last = open_.size() - std::min(open_.size(), kMaxOpen);
    for (size_t i = open_.size(); i-- > last;) {
      if (open_[i].first != name) continue;
      tags_.insert(tags_.end(), {open_[i].second, at});
      open_.resize(i);
      return;
    }
  }

  std::vector<std::pair<std::string, size_t>> open_;
  Positions tags_;
};

Positions ElementTagsIn(std::string_view text) {
  ElementTags tags;
  for (size_t at = text.find('<'); at != text.npos;
       at = text.find('<', at + 1)) {
    const size_t end = EndOfTag(text, at);
    if (end != text.npos) tags.Read(text.substr(at + 1, end - at - 1), at);
  }
  return std::move(tags).Sorted();
}

std::string DecodedTwice(std::string_view text) {
  std::string out(text);
  for (int round = 0; round < 2 && out.find('&') != out.npos; ++round) {
    out = DecodeReferences(out);
  }
  return out;
}

}  // namespace

std::string WithoutMarkup(std::string_view text) {
  std::string out = DecodedTwice(text);
  return out.find('<') == out.npos ? out : WithoutTags(out, nullptr);
}

std::string PlainTitle(std::string_view text) {
  std::string out = DecodedTwice(text);
  if (out.find('<') == out.npos) return Tidy(out);
  const Positions tags = ElementTagsIn(out);
  return Tidy(WithoutTags(out, &tags));
}

std::string PlainText(std::string_view text) {
  return Tidy(WithoutMarkup(text));
}

}  // namespace newsmill::extract::text
