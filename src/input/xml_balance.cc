#include "xml_balance.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "newsmill/base/ascii.h"
#include "xml_names.h"
#include "xml_repair.h"

namespace newsmill::input {
namespace {

// libxml2 compares each attribute of a tag with all others before it.
constexpr size_t kMaxAttributes = 256;

constexpr std::string_view kCdata = "<![CDATA[";
constexpr std::string_view kCdataEnd = "]]>";

/// Elements that are one article, and do not contain each other.
constexpr std::array<std::string_view, 3> kItems = {"item", "entry",
                                                    "newsitem"};
/// An element that is one article, also inside of another one.
constexpr std::string_view kNitf = "nitf";
/// Root elements of feeds.
constexpr std::array<std::string_view, 3> kFeeds = {"rss", "feed", "rdf:rdf"};
/// Elements of feeds that do not contain each other.
constexpr std::array<std::string_view, 14> kFields = {
    "title",   "link",   "description", "content:encoded", "content",
    "summary", "guid",   "id",          "pubdate",         "published",
    "updated", "author", "dc:creator",  "category"};
/// HTML elements around list items, and the list items themselves.
constexpr std::array<std::string_view, 3> kLists = {"li", "ul", "ol"};
/// HTML elements that have no end tag.
constexpr std::array<std::string_view, 4> kVoid = {"br", "hr", "img", "wbr"};

bool IsItem(std::string_view name) { return IsOneOfIgnoringCase(name, kItems); }
bool IsItemOrNitf(std::string_view name) {
  return IsItem(name) || EqualsIgnoringCase(name, kNitf);
}
bool IsField(std::string_view name) {
  return IsOneOfIgnoringCase(name, kFields);
}
bool IsListOrItem(std::string_view name) {
  return IsOneOfIgnoringCase(name, kLists);
}

/// Returns true if the rest of a start tag is text, and not attributes.
bool IsProse(std::string_view rest) {
  return !TrimBlanks(rest).empty() && rest.find('=') == rest.npos;
}

/// Returns the position after the last start tag of an item.
size_t LastItem(std::string_view text) {
  size_t last = 0;
  for (const std::string_view tag : {"<item", "<entry", "<newsItem"}) {
    const size_t found = text.rfind(tag);
    if (found != text.npos) last = std::max(last, found + tag.size());
  }
  return last;
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
      : in_(in),
        max_depth_(static_cast<size_t>(std::max(max_depth, 0))),
        last_item_(LastItem(in)) {}

  BalancedXml Run() {
    while (at_ < in_.size() && open_.size() <= max_depth_) {
      const size_t markup = std::min(in_.find('<', at_), in_.size());
      AppendText(in_.substr(at_, markup - at_));
      at_ = markup;
      if (at_ < in_.size()) ReadMarkup();
    }
    const bool is_cut = open_.size() <= max_depth_ && RemoveCutItem();
    const bool is_open = FirstOpenItem() != open_.end();
    Close(0);
    return {std::move(out_), is_cut, is_open};
  }

 private:
  struct Open {
    std::string_view name;  // in in_
    size_t begin = 0;       // position of the start tag in out_
  };

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

  std::vector<Open>::const_iterator FirstOpenItem() const {
    return std::ranges::find_if(open_, IsItemOrNitf, &Open::name);
  }

  /// Removes the item in which the document is cut off, unless the end of the
  /// document is between two fields of the item. Returns true if there was one.
  bool RemoveCutItem() {
    const auto item = FirstOpenItem();
    if (item == open_.end() || item + 1 == open_.end()) return false;
    out_.resize(item->begin);
    open_.erase(item, open_.end());
    return true;
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
    out_ += kCdata;
    while (at_ < end) {
      const std::string_view rest = Rest();
      if (rest.starts_with(kCdata)) {
        at_ += kCdata.size();
      } else if (rest.starts_with(kCdataEnd)) {
        at_ += kCdataEnd.size();
      } else {
        out_ += in_[at_++];
      }
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
      if (next == in_.npos) break;
      const std::string_view between = in_.substr(end, next - end);
      if (between.find(kCdata) != between.npos) break;
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
    while (i > 0 && !is_wanted(open_[i - 1].name)) --i;
    return i > 0 ? i - 1 : open_.size();
  }
  size_t InnermostOpen(std::string_view name) const {
    return InnermostOpen(
        [&](std::string_view open) { return EqualsIgnoringCase(open, name); });
  }

  /// Ends the elements of `open_` from this index on.
  void Close(size_t first) {
    while (open_.size() > first) {
      out_.append("</").append(open_.back().name).append(">");
      open_.pop_back();
    }
  }

  void ReadEndTag() {
    at_ += 2;
    const std::string_view name = TakeName();
    const bool is_cut_off = at_ == in_.size() && !open_.empty() &&
                            open_.back().name.starts_with(name);
    CloseUnlessRoot(is_cut_off ? open_.size() - 1 : InnermostOpen(name));
    at_ = std::min(in_.find_first_of("<>", at_), in_.size());
    if (Next() == '>') ++at_;
  }

  /// Ends the elements from this index on. If it is the root, and items follow,
  /// the root goes on: some servers send several feeds in one document.
  void CloseUnlessRoot(size_t first) {
    const bool goes_on = first == 0 && at_ < last_item_ && !open_.empty() &&
                         !IsItem(open_[0].name);
    root_goes_on_ = root_goes_on_ || goes_on;
    Close(goes_on ? 1 : first);
  }

  /// Ends the open elements that cannot contain an element with this name.
  void CloseBefore(std::string_view name) {
    const bool is_feed =
        !open_.empty() && IsOneOfIgnoringCase(open_[0].name, kFeeds);
    if (is_feed && (IsItem(name) || IsField(name)) &&
        IsField(open_.back().name)) {
      Close(open_.size() - 1);
    }
    if (IsItem(name)) Close(InnermostOpen(IsItem));
    if (EqualsIgnoringCase(name, "p")) Close(InnermostOpen(name));
    if (EqualsIgnoringCase(name, "li")) {
      const size_t list = InnermostOpen(IsListOrItem);
      if (list == InnermostOpen(name)) Close(list);
    }
  }

  void ReadStartTag() {
    const size_t tag = at_++;
    const std::string_view name = TakeName();
    CloseBefore(name);
    const size_t begin = out_.size();
    const size_t end_of_name = at_;
    out_.append("<").append(name);
    attributes_.clear();
    while (ReadAttribute()) {
    }
    const bool is_prose =
        Next() == '<' && IsProse(in_.substr(end_of_name, at_ - end_of_name));
    const bool is_second_root = root_goes_on_ && !open_.empty() &&
                                EqualsIgnoringCase(name, open_[0].name);
    // A tag that is cut off at the end of the document is not a tag either.
    if (is_prose || is_second_root || at_ == in_.size()) out_.resize(begin);
    if (is_prose) return AppendText(in_.substr(tag, at_ - tag));
    if (at_ == in_.size()) return;
    if (is_second_root) {
      SkipTagEnd();
    } else {
      EndStartTag({name, begin});
    }
  }

  void SkipTagEnd() {
    if (Next() == '/') ++at_;
    if (Next() == '>') ++at_;
  }

  void EndStartTag(Open tag) {
    const bool is_empty = Next() == '/' || IsOneOfIgnoringCase(tag.name, kVoid);
    SkipTagEnd();
    out_ += is_empty ? "/>" : ">";
    if (!is_empty) open_.push_back(tag);
  }

  /// Returns true for the first attribute with this name, unless the tag has
  /// too many attributes.
  bool MayAddAttribute(std::string_view name) {
    return !name.empty() && IsAsciiLetter(name[0]) &&
           attributes_.size() < kMaxAttributes &&
           attributes_.insert(name).second;
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
    if (!MayAddAttribute(name)) return true;
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
  size_t last_item_;
  bool root_goes_on_ = false;  // true: its end tag was ignored
  std::string out_;
  size_t at_ = 0;
  std::vector<Open> open_;
  std::set<std::string_view> attributes_;  // names in the current tag, in in_
};

}  // namespace

BalancedXml Balanced(std::string_view text, int32_t max_depth) {
  return XmlBalance(text, max_depth).Run();
}

}  // namespace newsmill::input
