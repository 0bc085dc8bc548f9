#include "page_dates.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "date_choice.h"
#include "date_labels.h"
#include "date_line.h"
#include "date_places.h"
#include "extract/dates/dateline.h"
#include "extract/dates/dates.h"
#include "extract/dates/timestamps.h"
#include "extract/dates/url_date.h"
#include "extract/lexicon/labels.h"
#include "extract/text/characters.h"
#include "extract/text/sort_stably.h"
#include "extract/text/tokens.h"
#include "newsmill/base/ascii.h"
#include "newsmill/model/timestamp.h"
#include "state_date.h"

namespace newsmill::extract::metadata {
namespace {

using html::Attr;
using html::kNoNode;
using html::NodeId;
using html::Tag;

// Maximum distances of a date line before the headline and after the headline,
// in bytes of text.
constexpr uint32_t kBefore = 700;
constexpr uint32_t kAfter = 1'800;
// Maximum distance between the headline and a date that may belong to the
// article although it is in a box beside the article. A date at a greater
// distance is less trusted.
constexpr uint32_t kClose = 250;
constexpr size_t kMaxDateText = 160;
constexpr std::string_view kUnreadable = "not a readable date";

bool IsBesideArticle(DateTrust trust) {
  return trust == DateTrust::kBeside || trust >= DateTrust::kSideProperty;
}

bool HasOpen(const std::vector<DateCandidate>& list) {
  return std::ranges::any_of(list, &DateCandidate::IsOpen);
}

/// Rejects dates from boxes beside the article if such dates have the same
/// origin but different days. These dates may belong to other articles. `list`
/// must be sorted by trust.
void RefuseSideDates(std::vector<DateCandidate>& list) {
  for (auto first = std::ranges::find_if(list, &DateCandidate::IsOpen);
       first != list.end() && IsBesideArticle(first->trust);
       first = std::ranges::find_if(list, &DateCandidate::IsOpen)) {
    const DateTrust trust = first->trust;
    const bool agree =
        std::ranges::all_of(list, [&](const DateCandidate& each) {
          return !each.IsOpen() || each.trust != trust ||
                 dates::DayOf(each.value) == dates::DayOf(first->value);
        });
    if (agree) return;
    for (DateCandidate& each : list) {
      if (each.IsOpen() && each.trust == trust) {
        each.verdict = "beside the article";
      }
    }
  }
}

/// Sorts the dates. The most trusted dates are first. Equally trusted dates are
/// in the order of their distance from the headline.
void SortByTrust(std::vector<DateCandidate>& list) {
  text::SortStably(list, [](const DateCandidate& each) {
    return std::pair(each.trust, each.distance);
  });
  RefuseSideDates(list);
}

class Reader {
 public:
  Reader(const DateContext& context, PageEvidence& evidence)
      : context_(context),
        page_(*context.scan.page),
        style_(StyleOf(context.language, context.url)),
        places_(page_, context.headline.node, style_, context.scan.language),
        published_(evidence.published),
        modified_(evidence.modified) {}

  void Read() {
    FromLinkedData();
    FromMetas();
    FromMarks();
    FromTimes();
    FromTexts();
    if (!context_.feed_published.empty()) {
      Add(published_, context_.feed_published, "feed item", DateTrust::kFeed);
    }
    Add(published_, DateOfUrl(context_.url, style_), "url", DateTrust::kUrl);
    SortByTrust(published_);
    SortByTrust(modified_);
    if (HasOpen(published_) || HasOpen(modified_)) return;
    Add(published_, DateOfState(page_, style_), "state object in a script",
        DateTrust::kCreated);
  }

 private:
  void Add(std::vector<DateCandidate>& list, std::string_view text,
           std::string_view origin, DateTrust trust, uint32_t distance = 0,
           bool is_line = false) {
    if (text.empty()) return;
    const auto written = dates::ReadTimestamp(text, style_);
    if (!written) return;
    DateCandidate date;
    date.value = *written;
    date.origin = origin;
    if (!dates::IsSane(*written, dates::kFirstDayOfPages, context_.latest)) {
      date.verdict = "not between 1995 and the time of the fetch";
    }
    date.trust = trust;
    date.distance = distance;
    date.is_line = is_line;
    list.push_back(std::move(date));
  }

  /// Adds a rejected candidate for a line that looks like a date line. The
  /// command `explain` can then show why the line is not the date of the
  /// article.
  void Refuse(std::string_view text, std::string_view origin,
              std::string_view objection) {
    if (text.empty()) return;
    DateCandidate line;
    line.value = text;
    line.origin = origin;
    line.verdict = objection;
    line.trust = DateTrust::kSide;
    published_.push_back(std::move(line));
  }

  void FromLinkedData() {
    for (const LdFacts& node : context_.data.nodes) {
      const DateTrust trust =
          node.is_article ? DateTrust::kArticleNode : DateTrust::kPageNode;
      Add(published_, node.published, "json-ld datePublished", trust);
      Add(published_, node.created, "json-ld dateCreated", DateTrust::kCreated);
      Add(modified_, node.modified, "json-ld dateModified", trust);
    }
  }

  void FromMetas() {
    for (const MetaTag& tag : context_.scan.metas.All(MetaKey::kPublished)) {
      Add(published_, tag.content, "meta " + std::string(tag.name->name),
          DateTrust::kMeta);
    }
    for (const MetaTag& tag : context_.scan.metas.All(MetaKey::kDate)) {
      Add(published_, tag.content, "meta " + std::string(tag.name->name),
          DateTrust::kAmbiguousMeta);
    }
    for (const MetaTag& tag : context_.scan.metas.All(MetaKey::kModified)) {
      Add(modified_, tag.content, "meta " + std::string(tag.name->name),
          DateTrust::kMeta);
    }
  }

  /// Returns the distance of the mark from the headline, in bytes of text.
  /// Returns nothing if the mark is too far from the headline, or in a part of
  /// the page that is not about the article.
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
    // The distance of a date above the headline is increased, because such a
    // date is less often the date of the article.
    const uint32_t distance = headline.at - mark.at;
    return distance < kBefore ? std::optional(2 * distance + 50) : std::nullopt;
  }

  bool InSide(const Mark& mark) const {
    return mark.side != kNoNode &&
           !(context_.headline.node != kNoNode &&
             IsAncestor(page_, mark.side, context_.headline.node));
  }

  /// Returns the machine-readable date of the element. If the element has no
  /// such date, returns its visible text (`text`) if this is a date. Otherwise,
  /// returns its `title` attribute if this is a date. Otherwise, returns "".
  std::string ValueOf(const Mark& mark, const std::string& text,
                      std::string_view origin) {
    for (const Attr attr : {Attr::kDatetime, Attr::kContent}) {
      const std::string_view value = page_.ValueOr(mark.node, attr);
      if (!value.empty() && dates::ReadTimestamp(value, style_)) {
        return std::string(value);
      }
    }
    if (text.size() <= kMaxDateText && dates::ReadTimestamp(text, style_)) {
      return text;
    }
    const std::string_view title = page_.ValueOr(mark.node, Attr::kTitle);
    if (title.size() < kMaxDateText && dates::ReadTimestamp(title, style_)) {
      return std::string(title);
    }
    if (text.size() <= kMaxDateText) {
      Refuse(text, origin, kUnreadable);
    }
    return "";
  }

  void FromElement(const Mark& mark, DateTrust near, DateTrust far,
                   std::string_view origin) {
    const std::string shown = TextBelow(page_, mark.node, kMaxDateText + 40);
    const std::string value = ValueOf(mark, shown, origin);
    if (value.empty()) return;
    const std::string_view objection = ObjectionTo(mark, shown);
    if (!objection.empty()) return Refuse(value, origin, objection);
    const auto distance = DistanceOf(mark);
    const bool close = context_.headline.node != kNoNode &&
                       mark.at + kClose >= context_.headline.at &&
                       mark.at <= context_.headline.at + kClose;
    const DateTrust beside = close              ? DateTrust::kBeside
                             : mark.is_property ? DateTrust::kSideProperty
                                                : DateTrust::kSide;
    const DateTrust trust = InSide(mark) ? beside : distance ? near : far;
    const MomentsOfLine moments = MomentsIn(value, style_, true);
    if (!moments.published.empty()) {
      AddBoth(moments, origin, trust, distance.value_or(mark.at));
      return;
    }
    const bool is_line =
        Has(mark.parts, lexicon::Part::kPublished) ||
        LabelBefore(page_, mark.node, style_) == lexicon::Label::kPublished ||
        (page_.tag(mark.node) != Tag::kTime && IsOnlyDate(value, style_));
    Add(IsModified(page_, mark, shown, style_) ? modified_ : published_, value,
        origin, trust, distance.value_or(mark.at), is_line);
  }

  /// Returns why the date of the element cannot be the date of the article, or
  /// "".
  std::string_view ObjectionTo(const Mark& mark, std::string_view shown) {
    const bool is_named = mark.is_property ||
                          Has(mark.parts, lexicon::Part::kPublished) ||
                          Has(mark.parts, lexicon::Part::kModified);
    if (is_named) return "";
    const lexicon::Label label = LabelOf(page_, mark.node, shown, style_);
    return places_.ObjectionTo(mark.node, "", lexicon::IsDateLabel(label));
  }

  /// Adds both dates of a line that states when the article was published and
  /// when it was changed.
  void AddBoth(const MomentsOfLine& moments, std::string_view origin,
               DateTrust trust, uint32_t distance) {
    if (moments.is_certain) {
      Add(published_, moments.published, origin, trust, distance, true);
    } else {
      Refuse(moments.published, origin, kEarlierThanUpdate);
    }
    Add(modified_, moments.modified, origin, trust, distance, true);
  }

  void FromMarks() {
    for (const Mark& mark : context_.scan.dates) {
      const Tag tag = page_.tag(mark.node);
      if (mark.is_property) {
        FromElement(mark, DateTrust::kProperty, DateTrust::kFarTime,
                    "itemprop");
      } else if (tag != Tag::kTime) {
        const bool names_date = Has(mark.parts, lexicon::Part::kDate);
        FromElement(mark,
                    names_date ? DateTrust::kDateElement : DateTrust::kText,
                    DateTrust::kFarText, "element named like a date");
      }
    }
  }

  void FromTimes() {
    for (const Mark& mark : context_.scan.times) {
      if (mark.is_property) continue;
      FromElement(mark, DateTrust::kTime, DateTrust::kFarTime, "time element");
    }
  }

  /// Adds the date of a dateline such as "LAKETOWN, 3 May 2024 – The rain …".
  /// Returns false if the text does not begin with a dateline.
  bool FromDateline(const Mark& mark, std::string_view text) {
    const auto distance = DistanceOf(mark);
    if (!distance) return false;
    const std::string date = dates::DateOfDateline(text, style_);
    Add(published_, date, "dateline", DateTrust::kDateline, *distance);
    return !date.empty();
  }

  /// Adds the dates of datelines, and of short texts that consist of a date and
  /// few other words.
  void FromTexts() {
    for (const Mark& mark : context_.scan.years) {
      const std::string text =
          text::Tidy(page_.text(mark.node).substr(0, 1'000));
      if (text.find("©") != text.npos) continue;
      if (text.size() > kMaxDateText) {
        FromDateline(mark, text);
      } else if (const auto date = dates::FindDate(text, style_)) {
        FromText(mark, text, *date);
      }
    }
  }

  void FromText(const Mark& mark, std::string_view text,
                const dates::FoundDate& date) {
    const bool side = InSide(mark);
    const auto distance = DistanceOf(mark);
    const lexicon::Label label = LabelOfDate(mark.node, text);
    const bool labelled = lexicon::IsDateLabel(label);
    const MomentsOfLine moments =
        !side && distance ? MomentsIn(text, style_, false) : MomentsOfLine{};
    const bool both = !moments.published.empty();
    const std::string_view objection =
        places_.ObjectionTo(mark.node, text, labelled || both);
    if (both && objection.empty()) {
      AddBoth(moments, "text", DateTrust::kLabelledText, *distance);
      return;
    }
    if (!labelled && !IsDateText(text, date, label)) {
      if (!objection.empty() || !FromDateline(mark, text)) {
        Refuse(text, "text", "a date inside other text");
      }
      return;
    }
    if (!objection.empty() || (side && !labelled)) {
      Refuse(text, "text", side ? "in a part about something else" : objection);
      return;
    }
    const DateTrust near =
        labelled ? DateTrust::kLabelledText : DateTrust::kText;
    const DateTrust far = labelled ? DateTrust::kFarLabel : DateTrust::kFarText;
    const DateTrust trust = side       ? DateTrust::kSideProperty
                            : distance ? near
                                       : far;
    Add(label == lexicon::Label::kUpdated ? modified_ : published_,
        date.written, "text", trust, distance.value_or(mark.at),
        labelled || label == lexicon::Label::kAuthor || IsAlone(date, text));
  }

  /// Returns whether the text consists of a date and few other words, or of a
  /// date and a byline.
  bool IsDateText(std::string_view text, const dates::FoundDate& date,
                  lexicon::Label label) const {
    constexpr int32_t kMostWords = 14;
    if (text::MeasureOf(text).words > kMostWords) return false;
    return label == lexicon::Label::kAuthor || IsMostOf(date, text) ||
           IsAlone(date, text) || HasDateSegment(text, style_) ||
           IsFollowedByLabel(date, text) ||
           IsAfterByline(date, text, context_.scan.language);
  }

  /// Returns the label of the date in `text` if `text` has only one date and
  /// this date has a label. Otherwise, returns the label at the start of
  /// `text`. If `text` has no label there, returns the label in the text before
  /// the node.
  lexicon::Label LabelOfDate(NodeId node, std::string_view text) const {
    const auto found = LabelledDatesIn(text, style_);
    return found.size() == 1 && found[0].label != lexicon::Label::kNone
               ? found[0].label
               : LabelOf(page_, node, text, style_);
  }

  const DateContext& context_;
  const html::Document& page_;
  const dates::DateStyle style_;
  DatePlaces places_;
  std::vector<DateCandidate>& published_;
  std::vector<DateCandidate>& modified_;
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

bool IsDateLine(const PageEvidence& evidence, std::string_view text) {
  if (text.size() > kMaxDateText) return false;
  if (HasOnlyDetails(text, evidence.date_style, evidence.stated_language)) {
    return true;
  }
  constexpr int32_t kMostWords = 8;
  const auto tokens = text::TokensOf(text, kMaxDateText);
  if (std::ranges::none_of(tokens, &text::Token::IsNumber) ||
      text::MeasureOf(text).words > kMostWords) {
    return false;
  }
  return std::ranges::any_of(
      evidence.published, [&](const DateCandidate& each) {
        return each.verdict == kUnreadable && each.value == text;
      });
}

void ReadDates(const DateContext& context, PageEvidence& evidence) {
  evidence.date_style = StyleOf(context.language, context.url);
  Reader(context, evidence).Read();
}

dates::DateStyle StyleOf(std::string_view language, std::string_view url) {
  dates::DateStyle style = dates::StyleOfLanguage(language);
  if (!style.language.empty() && style.language != "en") return style;
  const std::string domain = LowerAscii(TopLevelDomain(url));
  if (IsOneOf(domain, {"uk", "au", "nz", "ie", "in", "za", "sg", "my", "ng",
                       "ke", "pk", "eu"})) {
    style.order = dates::DayOrder::kDayFirst;
    style.year_first = false;
  }
  if (IsOneOf(domain, {"us", "gov", "mil", "edu"})) {
    style.order = dates::DayOrder::kMonthFirst;
  }
  return style;
}

}  // namespace newsmill::extract::metadata
