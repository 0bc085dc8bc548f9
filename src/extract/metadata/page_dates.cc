#include "page_dates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "date_labels.h"
#include "extract/dates/dateline.h"
#include "extract/dates/timestamps.h"
#include "extract/dates/url_date.h"
#include "extract/lexicon/labels.h"
#include "extract/text/characters.h"
#include "extract/text/sort_stably.h"
#include "newsmill/base/ascii.h"
#include "newsmill/model/timestamp.h"
#include "state_date.h"

namespace newsmill::extract::metadata {
namespace {

using html::Attr;
using html::kNoNode;
using html::NodeId;
using html::Tag;

// Where a date line stands: bytes of text around the headline.
constexpr uint32_t kBefore = 700;
constexpr uint32_t kAfter = 1'800;
// So near, even a box that looks like no part of the article belongs to it.
constexpr uint32_t kClose = 250;
constexpr size_t kMaxDateText = 160;

/// How a date is known; the first is believed most.
enum class Trust {
  kArticleNode,
  kMeta,
  kProperty,
  kPageNode,
  kLabelledText,
  kTime,
  kDateElement,
  kFeed,
  kText,
  kDateline,
  kBeside,
  kVagueMeta,
  kUrl,
  kCreated,
  kFarLabel,
  kFarTime,
  kFarText,
  kSideProperty,
  kSide,
};

struct Dated {
  std::string written;
  std::string origin;
  Trust trust = Trust::kMeta;
  uint32_t distance = 0;
  bool is_line = false;  // nothing stands beside it but when and by whom
};

class Reader {
 public:
  Reader(const DateContext& context, Trace* trace)
      : context_(context),
        page_(*context.scan.page),
        order_(OrderOf(context.language, context.url)),
        trace_(trace) {}

  PageDates Read() {
    FromLinkedData();
    FromMetas();
    FromMarks();
    FromTimes();
    FromTexts();
    if (!context_.feed_published.empty()) {
      Add(published_, context_.feed_published, "feed item", Trust::kFeed);
    }
    Add(published_, dates::DateOfUrl(context_.url, order_), "url", Trust::kUrl);
    PageDates dates;
    dates.published = Choose(published_, "published_at", "");
    dates.modified = Choose(modified_, "modified_at", dates.published);
    if (dates.published.empty() && dates.modified.empty()) {
      Add(published_, DateOfState(page_, order_), "state of a script",
          Trust::kCreated);
      dates.published = Choose(published_, "published_at", "");
    }
    if (dates.published.empty() && IsShownUpdate(dates.modified)) {
      dates.published = dates.modified;
      Win(trace_, "published_at", dates.published, "modified_at",
          "the only date that readers are shown");
    }
    return dates;
  }

 private:
  void Add(std::vector<Dated>& list, std::string_view text,
           std::string_view origin, Trust trust, uint32_t distance = 0,
           bool is_line = false) {
    if (text.empty()) return;
    const auto written = dates::ReadTimestamp(text, order_);
    if (!written) return;
    if (!dates::IsSane(*written, context_.latest)) {
      Lose(trace_, &list == &published_ ? "published_at" : "modified_at",
           *written, origin, "outside of 1995 to the time it was fetched");
      return;
    }
    list.push_back({*written, std::string(origin), trust, distance, is_line});
  }

  void FromLinkedData() {
    for (const LdFacts& node : context_.data.nodes) {
      const Trust trust =
          node.is_article ? Trust::kArticleNode : Trust::kPageNode;
      Add(published_, node.published, "json-ld datePublished", trust);
      Add(published_, node.created, "json-ld dateCreated", Trust::kCreated);
      Add(modified_, node.modified, "json-ld dateModified", trust);
    }
  }

  void FromMetas() {
    for (const MetaTag& tag : context_.scan.metas.All(MetaKey::kPublished)) {
      Add(published_, tag.content, "meta " + std::string(tag.name->name),
          Trust::kMeta);
    }
    for (const MetaTag& tag : context_.scan.metas.All(MetaKey::kDate)) {
      Add(published_, tag.content, "meta " + std::string(tag.name->name),
          Trust::kVagueMeta);
    }
    for (const MetaTag& tag : context_.scan.metas.All(MetaKey::kModified)) {
      Add(modified_, tag.content, "meta " + std::string(tag.name->name),
          Trust::kMeta);
    }
  }

  /// Bytes of text between the headline and the place; none when it is too far
  /// away, or in a part of the page about something else.
  std::optional<uint32_t> DistanceOf(const Mark& mark) const {
    const Mark& headline = context_.headline;
    if (InSide(mark)) return std::nullopt;
    if (headline.node == kNoNode) {
      return mark.at < kAfter ? std::optional(mark.at) : std::nullopt;
    }
    if (mark.at >= headline.at) {
      const uint32_t distance = mark.at - headline.at;
      return distance < kAfter ? std::optional(distance) : std::nullopt;
    }
    // A date above the headline is less likely the article's.
    const uint32_t distance = headline.at - mark.at;
    return distance < kBefore ? std::optional(2 * distance + 50) : std::nullopt;
  }

  bool InSide(const Mark& mark) const {
    return mark.side != kNoNode &&
           !(context_.headline.node != kNoNode &&
             IsAncestor(page_, mark.side, context_.headline.node));
  }

  /// The machine's form where it is given, else the text.
  std::string ValueOf(const Mark& mark) const {
    for (const Attr attr : {Attr::kDatetime, Attr::kContent}) {
      const std::string_view value = page_.ValueOr(mark.node, attr);
      if (!value.empty() && dates::ReadTimestamp(value, order_)) {
        return std::string(value);
      }
    }
    std::string text = TextBelow(page_, mark.node, kMaxDateText + 40);
    if (text.size() <= kMaxDateText && dates::ReadTimestamp(text, order_)) {
      return text;
    }
    const std::string_view title = page_.ValueOr(mark.node, Attr::kTitle);
    return title.size() < kMaxDateText ? std::string(title) : std::string();
  }

  void FromElement(const Mark& mark, Trust near, Trust far,
                   std::string_view origin) {
    const bool side = InSide(mark);
    const auto distance = DistanceOf(mark);
    const std::string value = ValueOf(mark);
    if (value.empty()) return;
    auto& list = IsModified(page_, mark, value) ? modified_ : published_;
    const bool close = context_.headline.node != kNoNode &&
                       mark.at + kClose >= context_.headline.at &&
                       mark.at <= context_.headline.at + kClose;
    const Trust beside = close              ? Trust::kBeside
                         : mark.is_property ? Trust::kSideProperty
                                            : Trust::kSide;
    const Trust trust = side ? beside : distance ? near : far;
    const bool is_line =
        Has(mark.parts, lexicon::Part::kPublished) ||
        LabelBefore(page_, mark.node) == lexicon::Label::kPublished ||
        (page_.tag(mark.node) != Tag::kTime && IsDateAlone(value));
    Add(list, value, origin, trust, distance.value_or(mark.at), is_line);
  }

  void FromMarks() {
    for (const Mark& mark : context_.scan.dates) {
      const Tag tag = page_.tag(mark.node);
      if (mark.is_property) {
        FromElement(mark, Trust::kProperty, Trust::kFarTime, "itemprop");
      } else if (tag != Tag::kTime) {
        const bool names_date = Has(mark.parts, lexicon::Part::kDate);
        FromElement(mark, names_date ? Trust::kDateElement : Trust::kText,
                    Trust::kFarText, "element named like a date");
      }
    }
  }

  void FromTimes() {
    for (const Mark& mark : context_.scan.times) {
      if (mark.is_property) continue;
      FromElement(mark, Trust::kTime, Trust::kFarTime, "time element");
    }
  }

  /// "LAKETOWN, 3 May 2024 – The rain …"
  void FromDateline(const Mark& mark, std::string_view text) {
    const auto distance = DistanceOf(mark);
    if (!distance) return;
    Add(published_, dates::DateOfDateline(text, order_), "dateline",
        Trust::kDateline, *distance);
  }

  /// A short text that says little more than a date.
  void FromTexts() {
    for (const Mark& mark : context_.scan.years) {
      const bool side = InSide(mark);
      const std::string text =
          text::Tidy(page_.text(mark.node).substr(0, 1'000));
      if (text.find("©") != text.npos) continue;
      if (text.size() > kMaxDateText) {
        FromDateline(mark, text);
        continue;
      }
      const auto date = dates::FindDate(text, order_);
      if (!date) continue;
      const lexicon::Label label = LabelOf(page_, mark.node, text);
      const int32_t words = text::MeasureOf(text).words;
      const bool labelled = label == lexicon::Label::kPublished ||
                            label == lexicon::Label::kUpdated;
      const bool alone = label == lexicon::Label::kAuthor ||
                         IsMostOf(*date, text.size()) || IsSegment(text);
      if (!labelled && (!alone || words > 14)) {
        FromDateline(mark, text);
        continue;
      }
      const auto distance = DistanceOf(mark);
      if (side && !labelled) continue;
      const Trust near = labelled ? Trust::kLabelledText : Trust::kText;
      const Trust far = labelled ? Trust::kFarLabel : Trust::kFarText;
      const Trust trust = side ? Trust::kSideProperty : distance ? near : far;
      Add(label == lexicon::Label::kUpdated ? modified_ : published_,
          date->written, "text", trust, distance.value_or(mark.at),
          labelled || label == lexicon::Label::kAuthor || IsAlone(*date, text));
    }
  }

  static bool IsAlone(const dates::FoundDate& date, std::string_view text) {
    return lexicon::IsDateFiller(text.substr(0, date.begin)) &&
           lexicon::IsDateFiller(text.substr(date.end));
  }
  bool IsDateAlone(std::string_view text) const {
    const auto date = dates::FindDate(text, order_);
    return date && IsAlone(*date, text);
  }

  static bool IsMostOf(const dates::FoundDate& date, size_t bytes) {
    return date.end - date.begin + 24 >= bytes;
  }

  /// "Jane Doe | Senior Writer | July 2, 2025"
  bool IsSegment(std::string_view text) const {
    const std::vector<std::string> segments = lexicon::SegmentsOf(text);
    return segments.size() > 1 &&
           std::ranges::any_of(segments, [&](const std::string& segment) {
             const auto date = dates::FindDate(segment, order_);
             return date && IsMostOf(*date, segment.size());
           });
  }

  /// The most trusted, then the nearest; then the same moment said with more
  /// precision elsewhere.
  std::string Choose(std::vector<Dated>& list, std::string_view field,
                     std::string_view unless) {
    text::SortStably(list, [](const Dated& each) {
      return std::pair(each.trust, each.distance);
    });
    DropSideDates(list, field);
    if (list.empty()) return "";
    const size_t credible = &list == &published_ ? FirstCredible() : 0;
    size_t chosen = credible;
    for (size_t i = chosen + 1;
         i < list.size() && list[i].trust < Trust::kFarLabel; ++i) {
      if (Refines(list[i].written, list[chosen].written)) chosen = i;
    }
    if (dates::IsUtc(list[chosen].written)) {
      list[chosen].written = WithOffset(list, list[chosen].written);
    }
    for (size_t i = 0; i < list.size(); ++i) {
      if (i == chosen && list[i].written != unless) {
        Win(trace_, field, list[i].written, list[i].origin,
            i == 0          ? "most trusted"
            : i == credible ? "the metadata tell when the page was made"
                            : "the same moment, more precise");
      } else {
        Lose(trace_, field, list[i].written, list[i].origin,
             i == chosen ? "the same as published" : "less trusted");
      }
    }
    return list[chosen].written == unless ? "" : list[chosen].written;
  }

  /// Metadata that name one moment for publication and change, or the change
  /// first, may tell when the page was made. An earlier day in a date line
  /// close to the headline is then the article's, unless readers are shown that
  /// moment's day, too. "The fair: 3 May" is no date line.
  size_t FirstCredible() const {
    const Dated& first = published_.front();
    const bool made = first.trust <= Trust::kMeta &&
                      std::ranges::any_of(modified_, [&](const Dated& each) {
                        return each.trust <= Trust::kMeta &&
                               model::ParseTimestamp(each.written) <=
                                   model::ParseTimestamp(first.written);
                      });
    if (!made) return 0;
    size_t shown = 0;
    for (size_t i = 1; i < published_.size(); ++i) {
      const Dated& each = published_[i];
      if (!IsShown(each.trust)) continue;
      if (dates::DayOf(each.written) >= dates::DayOf(first.written)) return 0;
      if (MayBeLocalDay(each.written, first.written)) return 0;
      if (IsSwapped(each.written, first.written)) return 0;
      if (shown == 0 && each.distance <= kClose && each.is_line) shown = i;
    }
    return shown;
  }

  /// West of Greenwich the day changes up to twelve hours later.
  static bool MayBeLocalDay(std::string_view local, std::string_view utc) {
    constexpr int64_t kLatestMs = 36 * 3'600'000;
    const auto day = model::ParseTimestamp(dates::DayOf(local));
    const auto instant = model::ParseTimestamp(utc);
    return dates::IsUtc(utc) && day && instant && *instant < *day + kLatestMs;
  }

  /// Readers see that day, not only machines.
  bool IsShownUpdate(std::string_view modified) const {
    return !modified.empty() &&
           std::ranges::any_of(modified_, [&](const Dated& each) {
             return (IsShown(each.trust) || each.trust == Trust::kFarLabel) &&
                    dates::DayOf(each.written) == dates::DayOf(modified);
           });
  }

  /// 2021-01-11 and 2021-11-01: one day, once with the month first.
  static bool IsSwapped(std::string_view a, std::string_view b) {
    return a.size() >= 10 && b.size() >= 10 &&
           a.substr(0, 5) == b.substr(0, 5) &&
           a.substr(5, 2) == b.substr(8, 2) && a.substr(8, 2) == b.substr(5, 2);
  }

  static bool IsShown(Trust trust) {
    return trust == Trust::kProperty ||
           (trust >= Trust::kLabelledText && trust <= Trust::kText &&
            trust != Trust::kFeed);
  }

  static bool IsBeside(Trust trust) {
    return trust == Trust::kBeside || trust >= Trust::kSideProperty;
  }

  /// A date beside the article may be another's: only one that no other of its
  /// kind contradicts is believed.
  void DropSideDates(std::vector<Dated>& list, std::string_view field) {
    while (!list.empty() && IsBeside(list.front().trust)) {
      const Dated first = list.front();
      const bool agree = std::ranges::all_of(list, [&](const Dated& each) {
        return each.trust != first.trust ||
               dates::DayOf(each.written) == dates::DayOf(first.written);
      });
      if (agree) return;
      std::erase_if(list, [&](const Dated& each) {
        if (each.trust != first.trust) return false;
        Lose(trace_, field, each.written, each.origin, "beside the article");
        return true;
      });
    }
  }

  /// The page states the moment in UTC here and by its own clock there: the
  /// difference is its offset.
  static std::string WithOffset(const std::vector<Dated>& list,
                                const std::string& utc) {
    for (const Dated& local : list) {
      if (local.trust > Trust::kText || dates::PrecisionOf(local.written) > 2) {
        continue;
      }
      std::string written = dates::AtLocalTime(utc, local.written);
      if (!written.empty()) return written;
    }
    return utc;
  }

  /// Says the same with more precision, or as a local time instead of UTC.
  static bool Refines(std::string_view finer, std::string_view date) {
    if (dates::PrecisionOf(finer) > dates::PrecisionOf(date))
      return finer.starts_with(date);
    return dates::IsUtc(date) && dates::PrecisionOf(finer) == 3 &&
           !dates::IsUtc(finer) &&
           model::ParseTimestamp(finer) == model::ParseTimestamp(date);
  }

  const DateContext& context_;
  const html::Document& page_;
  dates::DayOrder order_;
  Trace* trace_;
  std::vector<Dated> published_;
  std::vector<Dated> modified_;
};

bool IsOneOf(std::string_view word,
             std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

std::string_view TopLevelDomain(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == url.npos) return "";
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/:?#"));
  return url.substr(std::min(url.rfind('.') + 1, url.size()));
}

}  // namespace

PageDates ReadDates(const DateContext& context, Trace* trace) {
  return Reader(context, trace).Read();
}

dates::DayOrder OrderOf(std::string_view language, std::string_view url) {
  const std::string folded = LowerAscii(language);
  const std::string_view code = std::string_view(folded).substr(0, 2);
  if (!folded.empty() && code != "en") return dates::DayOrder::kDayFirst;
  const std::string_view region =
      folded.size() == 5 ? std::string_view(folded).substr(3) : "";
  const std::string domain = LowerAscii(TopLevelDomain(url));
  if (IsOneOf(domain, {"uk", "au", "nz", "ie", "in", "za", "sg", "my", "ng",
                       "ke", "pk", "eu"})) {
    return dates::DayOrder::kDayFirst;
  }
  if (IsOneOf(domain, {"us", "gov", "mil", "edu"}) || region == "us") {
    return dates::DayOrder::kMonthFirst;
  }
  if (!region.empty() && region != "ca" && region != "ph") {
    return dates::DayOrder::kDayFirst;
  }
  return dates::DayOrder::kUnknown;
}

}  // namespace newsmill::extract::metadata
