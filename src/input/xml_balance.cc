#include "xml_balance.h"

#include <algorithm>
#include <array>
#include <vector>

#include "newsmill/base/ascii.h"
#include "xml_names.h"
#include "xml_repair.h"

namespace newsmill::input {
namespace {

constexpr std::string_view kCdata = "<![CDATA[";
constexpr std::string_view kCdataEnd = "]]>";

/// Elements that are one article.
constexpr std::array<std::string_view, 3> kItems = {"item", "entry",
                                                    "newsitem"};
/// HTML elements that have no end tag.
constexpr std::array<std::string_view, 4> kVoid = {"br", "hr", "img", "wbr"};

template <size_t kSize>
bool IsOneOf(std::string_view name,
             const std::array<std::string_view, kSize>& names) {
  return std::ranges::any_of(names, [&](std::string_view other) {
    return EqualsIgnoringCase(name, other);
  });
}

bool IsItem(std::string_view name) { return IsOneOf(name, kItems); }

/// Returns true if an element with this name never contains another one.
bool EndsItself(std::string_view name) {
  return IsItem(name) || EqualsIgnoringCase(name, "p");
}

/// Returns true if `text` starts with a reference that XML itself defines.
bool StartsWithReference(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kReferences = {
      "&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#"};
  return std::ranges::any_of(kReferences, [&](std::string_view reference) {
    return text.starts_with(reference);
  });
}

class XmlBalance {
 public:
  XmlBalance(std::string_view in, int32_t max_depth)
      : in_(in), max_depth_(static_cast<size_t>(std::max(max_depth, 0))) {}

  BalancedXml Run() {
    while (at_ < in_.size() && open_.size() <= max_depth_) {
      const size_t markup = std::min(in_.find('<', at_), in_.size());
      AppendText(in_.substr(at_, markup - at_));
      at_ = markup;
      if (at_ < in_.size()) ReadMarkup();
    }
    const size_t item = InnermostOpen(IsItem);
    if (item + 1 == open_.size()) Close(item);
    return {std::move(out_), item < open_.size()};
  }

 private:
  std::string_view Rest() const { return in_.substr(at_); }
  char Next(size_t skipped = 0) const {
    return at_ + skipped < in_.size() ? in_[at_ + skipped] : '\0';
  }
  void SkipThrough(std::string_view text) {
    const size_t found = in_.find(text, at_);
    at_ = found == in_.npos ? in_.size() : found + text.size();
  }
  void SkipBlanks() {
    while (at_ < in_.size() && IsBlank(in_[at_])) ++at_;
  }

  /// Appends text or the value of an attribute.
  void AppendText(std::string_view text) {
    for (size_t i = 0; i < text.size(); ++i) {
      const std::string_view rest = text.substr(i);
      if (rest.starts_with(kCdataEnd)) {
        i += kCdataEnd.size() - 1;
      } else if (rest[0] == '<') {
        out_ += "&lt;";
      } else if (rest[0] == '"') {
        out_ += "&quot;";
      } else if (rest[0] == '&' && !StartsWithReference(rest)) {
        out_ += "&amp;";
      } else {
        out_ += rest[0];
      }
    }
  }

  void ReadMarkup() {
    const std::string_view rest = Rest();
    if (rest.starts_with(kCdata)) {
      ReadCdata();
    } else if (rest.starts_with("<!--")) {
      SkipThrough("-->");
    } else if (rest.starts_with("<!")) {
      at_ = DoctypeEnd(in_, at_);
    } else if (rest.starts_with("<?")) {
      SkipThrough("?>");
    } else if (rest.starts_with("</")) {
      ReadEndTag();
    } else if (rest.size() > 1 && IsAsciiLetter(rest[1])) {
      ReadStartTag();
    } else {
      AppendText("<");
      ++at_;
    }
  }

  /// Copies a CDATA section without the marks of the sections in it.
  void ReadCdata() {
    const size_t end = CdataEnd(at_ + kCdata.size());
    std::string_view section = in_.substr(at_, end - at_);
    out_ += kCdata;
    while (!section.empty()) {
      if (section.starts_with(kCdata)) section.remove_prefix(kCdata.size());
      const size_t mark =
          std::min(section.find(kCdata), section.find(kCdataEnd));
      out_ += section.substr(0, mark);
      section.remove_prefix(std::min(mark, section.size()));
      if (section.starts_with(kCdataEnd)) section.remove_prefix(3);
    }
    if (end < in_.size()) out_ += kCdataEnd;
    at_ = std::min(end + kCdataEnd.size(), in_.size());
  }

  /// Returns the position of the "]]>" that ends a CDATA section. If another
  /// section begins before the first "]]>", the second "]]>" ends the section,
  /// unless it ends a section that begins later.
  size_t CdataEnd(size_t begin) const {
    size_t end = std::min(in_.find(kCdataEnd, begin), in_.size());
    for (size_t inner = in_.find(kCdata, begin); inner < end;
         inner = in_.find(kCdata, inner + 1)) {
      const size_t next = in_.find(kCdataEnd, end + 1);
      if (next == in_.npos || in_.find(kCdata, end) < next) break;
      end = next;
    }
    return end;
  }

  std::string_view TakeName() {
    const size_t begin = at_;
    while (at_ < in_.size() && IsXmlNameByte(in_[at_])) ++at_;
    return in_.substr(begin, at_ - begin);
  }

  /// Returns the index in `open_` of the innermost element with a name that
  /// `is_wanted` accepts. Returns the size of `open_` if there is none.
  template <typename IsWanted>
  size_t InnermostOpen(IsWanted is_wanted) const {
    size_t i = open_.size();
    while (i > 0 && !is_wanted(open_[i - 1])) --i;
    return i > 0 ? i - 1 : open_.size();
  }
  size_t InnermostOpen(std::string_view name) const {
    return InnermostOpen(
        [&](std::string_view open) { return EqualsIgnoringCase(open, name); });
  }

  /// Ends the elements of `open_` from this index on.
  void Close(size_t first) {
    while (open_.size() > first) {
      out_.append("</").append(open_.back()).append(">");
      open_.pop_back();
    }
  }

  void ReadEndTag() {
    at_ += 2;
    Close(InnermostOpen(TakeName()));
    at_ = std::min(in_.find_first_of("<>", at_), in_.size());
    if (Next() == '>') ++at_;
  }

  void ReadStartTag() {
    ++at_;
    const std::string_view name = TakeName();
    if (EndsItself(name)) Close(InnermostOpen(name));
    const size_t begin = out_.size();
    out_.append("<").append(name);
    while (ReadAttribute()) {
    }
    if (at_ == in_.size()) return out_.resize(begin);  // cut off in the tag
    const bool is_empty = Next() == '/' || IsOneOf(name, kVoid);
    if (Next() == '/') ++at_;
    if (Next() == '>') ++at_;
    out_ += is_empty ? "/>" : ">";
    if (!is_empty) open_.push_back(name);
  }

  /// Reads one attribute, or skips one byte that is not part of an attribute.
  /// Returns false at the end of the tag.
  bool ReadAttribute() {
    SkipBlanks();
    if (at_ == in_.size() || Next() == '>' || Next() == '<') return false;
    if (Next() == '/' && Next(1) == '>') return false;
    const std::string_view name = TakeName();
    SkipBlanks();
    if (Next() != '=') {
      if (name.empty()) ++at_;
      return true;
    }
    ++at_;
    SkipBlanks();
    const std::string_view value = TakeValue();
    if (name.empty() || !IsAsciiLetter(name[0])) return true;
    out_.append(" ").append(name).append("=\"");
    AppendText(value);
    out_ += '"';
    return true;
  }

  std::string_view TakeValue() {
    const char quote = Next();
    const size_t begin = at_ + 1;
    if (quote == '"' || quote == '\'') {
      const size_t end = in_.find(quote, begin);
      if (end != in_.npos && MayFollowValue(end + 1)) {
        at_ = end + 1;
        return in_.substr(begin, end - begin);
      }
      ++at_;  // the second quote is missing
    }
    const size_t start = at_;
    at_ = std::min(in_.find_first_of(" \t\r\n<>", at_), in_.size());
    if (Next() == '>' && at_ > start && in_[at_ - 1] == '/') --at_;
    return in_.substr(start, at_ - start);
  }

  bool MayFollowValue(size_t at) const {
    return at >= in_.size() || IsBlank(in_[at]) || in_[at] == '>' ||
           in_[at] == '/';
  }

  std::string_view in_;
  size_t max_depth_;
  std::string out_;
  size_t at_ = 0;
  std::vector<std::string_view> open_;  // names in in_
};

}  // namespace

BalancedXml Balanced(std::string_view text, int32_t max_depth) {
  return XmlBalance(text, max_depth).Run();
}

}  // namespace newsmill::input
