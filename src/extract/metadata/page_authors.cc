#include "page_authors.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "author_places.h"
#include "extract/bylines/author_names.h"
#include "extract/bylines/name_parts.h"
#include "extract/bylines/names.h"
#include "extract/dates/dates.h"
#include "extract/lexicon/labels.h"
#include "extract/text/characters.h"
#include "extract/text/sort_stably.h"

namespace newsmill::extract::metadata {
namespace {

using html::Attr;
using html::kNoNode;
using html::NodeId;

constexpr uint32_t kBefore = 500;
constexpr uint32_t kAfter = 2'000;
constexpr size_t kMaxNameText = 60;
constexpr int kMaxParts = 60;
constexpr size_t kMaxRefused = 20;
// Minimum number of bytes of a strong label, such as "Written by". A shorter
// label, such as "By", may be a word of a sentence.
constexpr size_t kStrongLabel = 7;
// Maximum distance between two elements of the same byline, in bytes of text.
constexpr uint32_t kSameByline = 160;

void Merge(const std::vector<std::string>& more,
           std::vector<std::string>& names) {
  for (const std::string& name : more) {
    const std::string folded = text::Folded(name);
    const bool known = std::ranges::any_of(
        names, [&](const auto& each) { return text::Folded(each) == folded; });
    if (!known) names.push_back(name);
  }
}

/// Returns whether `name` consists of `person` and a role: "Jane Doe Reporter"
/// for "Jane Doe". Returns false for "Maria José Lopes" and "Maria José",
/// because "Lopes" may be a name.
bool IsWithRole(std::string_view name, std::string_view person) {
  if (person.find(' ') == person.npos || !name.starts_with(person)) {
    return false;
  }
  std::string_view rest = name.substr(person.size());
  if (!rest.starts_with(' ')) return false;
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const std::string_view word = rest.substr(0, rest.find(' '));
    if (!bylines::MayBeName(word)) return true;
    rest.remove_prefix(word.size());
  }
  return false;
}

/// Returns the names without each name that consists of another name and a
/// role. "Jane Doe Reporter" is left out if "Jane Doe" is also a name, because
/// both are the same person.
std::vector<std::string> WithoutRoles(const std::vector<std::string>& names) {
  std::vector<std::string> kept;
  std::ranges::copy_if(names, std::back_inserter(kept), [&](const auto& name) {
    return std::ranges::none_of(names, [&](const std::string& other) {
      return IsWithRole(name, other);
    });
  });
  return kept;
}

/// Returns the names that are not in `others`.
std::vector<std::string> WithoutAll(const std::vector<std::string>& names,
                                    const std::vector<std::string>& others) {
  std::vector<std::string> kept;
  std::ranges::copy_if(names, std::back_inserter(kept), [&](const auto& name) {
    return std::ranges::find(others, name) == others.end();
  });
  return kept;
}

class Reader {
 public:
  Reader(const PageScan& scan, const LinkedData& data, const Mark& headline,
         const bylines::SiteNames& site, PageEvidence& evidence)
      : scan_(scan),
        page_(*scan.page),
        data_(data),
        headline_(headline),
        site_(site),
        candidates_(evidence.authors) {}

  /// Adds the authors of all sources to the evidence. Returns the agency that a
  /// byline names, or "" if no byline names an agency.
  std::string Read(const std::vector<std::string>& feed_authors) {
    FromLinkedData();
    FindInTree();
    // Bylines in visible text are more trusted than meta elements, because
    // templates often write the values of meta elements.
    FromTree(kLabelled);
    FromMetas();
    FromTree(kAny);
    FromFeed(feed_authors);
    if (NamesNobody()) FromLines();
    FromSiteOrTeam();
    return std::move(agency_);
  }

 private:
  bool NamesNobody() const {
    return std::ranges::all_of(candidates_,
                               [](const auto& each) { return !each.IsOpen(); });
  }

  void Add(std::vector<std::string> names, std::string_view origin,
           bool may_complete = false) {
    if (names.size() > 1) DropOthers(origin, names);
    if (names.empty()) return;
    NamesCandidate candidate;
    candidate.names = WithoutRoles(names);
    candidate.value = Joined(candidate.names);
    candidate.origin = origin;
    candidate.may_complete = may_complete;
    candidates_.push_back(std::move(candidate));
  }

  /// Removes names that the page credits for other work, such as photographers.
  void DropOthers(std::string_view origin, std::vector<std::string>& names) {
    if (found_.empty() || found_.front().rank > kElement) return;
    const std::vector<std::string> others = WithoutAll(names, BylineNames());
    if (others.empty() || others.size() == names.size()) return;
    if (!WithoutAll(others, HelpersInTree()).empty()) return;
    Refuse(Joined(others), origin, "credited for other work than the text");
    names = WithoutAll(names, others);
  }

  std::vector<std::string> HelpersInTree() const {
    std::vector<std::string> helpers;
    for (const Mark& mark : scan_.authors) {
      const std::string text = TextBelow(page_, mark.node, kMaxBylineText);
      Merge(bylines::NamesIn(text, bylines::NameSource::kText, site_,
                             scan_.language)
                .others,
            helpers);
    }
    return helpers;
  }

  /// Adds a rejected candidate for a line that looks like a byline. The command
  /// `explain` can then show why the line names no author.
  void Refuse(std::string_view text, std::string_view origin,
              std::string_view objection) {
    if (text.empty() || text.size() > kMaxBylineText) return;
    NamesCandidate refused;
    refused.value = text;
    refused.origin = origin;
    refused.verdict = objection;
    candidates_.push_back(std::move(refused));
  }

  bylines::Names Parse(std::string_view text, bylines::NameSource source,
                       std::string_view origin) {
    bylines::Names names =
        bylines::NamesIn(text, source, site_, scan_.language);
    if (agency_.empty()) agency_ = names.agency;
    if (house_.empty()) house_ = names.house;
    if (names.people.empty() && source == bylines::NameSource::kStructured &&
        !text.empty()) {
      Refuse(text, origin, "not the name of a person");
    }
    return names;
  }

  void FromLinkedData() {
    for (const LdFacts& node : data_.nodes) {
      std::vector<std::string> people;
      for (const LdAgent& agent : node.authors) {
        const bool had_house = !house_.empty();
        const bylines::Names names = Parse(
            agent.name, bylines::NameSource::kStructured, "json-ld author");
        if (!agent.is_organization) {
          Merge(names.people, people);
        } else if (!had_house && !names.people.empty() &&
                   site_.IsLikeName(agent.name)) {
          // "Doe & Roe" is the name of one company.
          const bool is_joined =
              bylines::NamePartsOf(agent.name, scan_.language).size() > 1;
          house_ = is_joined ? text::Tidy(agent.name) : names.people.front();
        }
      }
      Add(people, "json-ld author");
    }
  }

  void FromMetas() {
    const auto tags = scan_.metas.All(MetaKey::kAuthor);
    for (size_t i = 0; i < tags.size();) {
      const MetaName* const name = tags[i].name;
      const std::string origin = "meta " + std::string(name->name);
      std::vector<std::string> people;
      for (; i < tags.size() && tags[i].name == name; ++i) {
        Merge(FromMeta(tags[i], origin), people);
      }
      Add(people, origin);
    }
    FromLabelledMetas();
  }

  std::vector<std::string> FromMeta(const MetaTag& tag,
                                    std::string_view origin) {
    std::string text = text::Tidy(tag.content);
    const size_t comma = text.find(", ");
    // In citation_author, the family name may be first: "Doe, Jane".
    if (tag.name->name == "citation_author" && comma != text.npos &&
        text.find(',', comma + 1) == text.npos) {
      text = text.substr(comma + 2) + " " + text.substr(0, comma);
    }
    return Parse(text, bylines::NameSource::kStructured, origin).people;
  }

  /// Reads pairs of meta elements that contain a label and a value:
  /// twitter:label1 "Written by", twitter:data1 "Jane Doe".
  void FromLabelledMetas() {
    for (const std::string_view number : {"1", "2"}) {
      const std::string label =
          scan_.metas.Named("twitter:label" + std::string(number));
      if (lexicon::LabelAt(label + ":").label != lexicon::Label::kAuthor)
        continue;
      const std::string value =
          scan_.metas.Named("twitter:data" + std::string(number));
      Add(Parse(value, bylines::NameSource::kStructured, "meta twitter:data")
              .people,
          "meta twitter:data");
    }
  }

  bool IsFar(const Mark& mark) const {
    const bool side =
        mark.side != kNoNode && !(headline_.node != kNoNode &&
                                  IsAncestor(page_, mark.side, headline_.node));
    if (side) return true;
    if (headline_.node == kNoNode) return mark.at > kAfter;
    return mark.at + kBefore < headline_.at || mark.at > headline_.at + kAfter;
  }

  struct Found {
    int rank = 0;
    uint32_t at = 0;
    std::vector<std::string> names;
  };

  static constexpr int kLabelled = 1;
  static constexpr int kElement = 2;
  static constexpr int kAny = 4;

  void FindInTree() {
    for (const Mark& mark : scan_.authors) {
      if (IsMediaOrCommentCreator(page_, mark)) {
        Refuse(TextBelow(page_, mark.node, kMaxBylineText), "byline element",
               "names the creator of a picture or comment");
        continue;
      }
      const bool far = IsFar(mark);
      Found each = FromMark(mark, far);
      if (!each.names.empty()) {
        found_.push_back(std::move(each));
      } else if (candidates_.size() < kMaxRefused) {
        Refuse(TextBelow(page_, mark.node, kMaxBylineText), "byline element",
               far ? "far from the headline" : "not the name of a person");
      }
    }
    FromBylines(found_);
    text::SortStably(found_, [](const Found& each) { return each.rank; });
  }

  /// Adds the names with the best rank that FindInTree found, if this rank is
  /// at most `max_rank`. Rank 0 is the best rank. Adds all names of the same
  /// byline as one candidate.
  void FromTree(int max_rank) {
    if (found_.empty() || found_.front().rank > max_rank) return;
    const Found first = found_.front();
    const std::vector<std::string> names = BylineNames();
    static constexpr std::array<std::string_view, 5> kOrigins = {
        "author property in the tree", "labelled byline", "byline element",
        "author far from the headline", "author element with one word"};
    Add(names, kOrigins.at(static_cast<size_t>(first.rank)),
        first.rank <= kLabelled);
    found_.clear();
  }

  std::vector<std::string> BylineNames() const {
    const Found& first = found_.front();
    std::vector<std::string> names = first.names;
    for (const Found& each : found_) {
      if (each.rank == first.rank && each.at >= first.at &&
          each.at <= first.at + kSameByline) {
        Merge(each.names, names);
      }
    }
    return names;
  }

  Found FromMark(const Mark& mark, bool far) {
    if (far && !mark.is_property) return {};
    if (far && mark.side != kNoNode) return {};
    std::string text(page_.ValueOr(mark.node, Attr::kContent));
    if (text.empty()) text = NamesInProperty(page_, mark);
    if (text.empty()) text = TextBelow(page_, mark.node, kMaxBylineText + 40);
    if (text.size() > kMaxBylineText) return FromParts(mark, far);
    if (text.empty()) return {};
    const bool labelled =
        lexicon::LabelAt(text).label == lexicon::Label::kAuthor;
    const bylines::NameSource source = mark.is_property && !far
                                           ? bylines::NameSource::kStructured
                                           : bylines::NameSource::kText;
    Found found;
    found.at = mark.at;
    found.names = Parse(text, source, "byline in the tree").people;
    if (source == bylines::NameSource::kText) {
      CutNamesAtTextEnds(page_, mark, found.names);
      DropNamesInRoles(page_, mark, found.names);
    }
    if (mark.is_property) {
      found.rank = far ? 3 : 0;
    } else {
      found.rank = labelled ? 1 : 2;
    }
    return found.names.empty() && !mark.is_property ? FromParts(mark, far)
                                                    : found;
  }

  /// Returns the names in an element that also contains other things, such as a
  /// picture or a date. Looks for a text or a descendant that contains only
  /// names.
  Found FromParts(const Mark& mark, bool far) {
    Found found{.rank = 2, .at = mark.at, .names = {}};
    if (far) return found;
    int parts = 0;
    for (const NodeId node : page_.Descendants(mark.node)) {
      if (++parts > kMaxParts) break;
      const std::string text = page_.IsText(node)
                                   ? std::string(page_.text(node))
                                   : TextBelow(page_, node, kMaxNameText + 20);
      if (text.size() > kMaxBylineText) continue;
      for (const std::string& part : lexicon::SegmentsOf(text)) {
        if (part.size() > kMaxNameText) continue;
        found.names =
            Parse(part, bylines::NameSource::kText, "byline in the tree")
                .people;
        if (!found.names.empty()) return found;
      }
    }
    return SingleWord(mark);
  }

  /// Returns the text of a link if this text is a name of one word: "Jane" for
  /// `<a class="author">Jane</a>`.
  Found SingleWord(const Mark& mark) {
    if (!page_.Is(mark.node, html::Tag::kA)) return {};
    return SingleWord(mark, TextBelow(page_, mark.node, kMaxNameText));
  }

  Found SingleWord(const Mark& mark, std::string_view text) {
    Found found{.rank = 4, .at = mark.at, .names = {}};
    const bool name = text.find(' ') == text.npos &&
                      text::IsUpper(text::FirstCharacter(text)) &&
                      text::MeasureOf(text).has_lower &&
                      bylines::MayBeName(text);
    if (name) {
      found.names =
          Parse(text, bylines::NameSource::kStructured, "byline in the tree")
              .people;
    }
    return found;
  }

  /// Adds the names in texts such as "By Jane Doe". If the text is only "By",
  /// reads the name in the next text.
  void FromBylines(std::vector<Found>& found) {
    for (const Mark& mark : scan_.bylines) {
      std::string text = text::Tidy(page_.text(mark.node));
      const lexicon::Labelled label = lexicon::LabelAt(text);
      const bool far = IsFar(mark);
      const bool weak = label.bytes < kStrongLabel;
      if (weak &&
          (far || FollowsTitleOfWork(mark.node) || IsInSentence(mark.node))) {
        Refuse(text, "text",
               far ? "far from the headline" : "\"by\" in a sentence");
        continue;
      }
      const bool alone = label.bytes == 0 || label.bytes >= text.size();
      // Above the headline, a single word such as "Report" is a menu entry.
      if (alone && label.bytes == 0 && mark.at < headline_.at) continue;
      if (alone) text = NextText(mark.node);
      Found each{.rank = far ? 3 : 1, .at = mark.at, .names = {}};
      each.names = Parse(text, bylines::NameSource::kText, "text").people;
      if (each.names.empty() && alone && !far && label.bytes > 0) {
        each = SingleWord(mark, text);
      }
      if (!each.names.empty()) found.push_back(std::move(each));
    }
  }

  /// Reads lines below the headline that have a label or a role: "12 May 2024
  /// by Jane Doe", "Jane Doe, reporter". The names of the elements do not
  /// matter.
  void FromLines() {
    for (const std::string& line : LinesBelowHeadline(page_, headline_.node)) {
      if (text::EndsSentence(line) || lexicon::NamesPublisher(line)) continue;
      const bylines::Names names = bylines::NamesIn(
          line, bylines::NameSource::kText, site_, scan_.language);
      if (!names.is_signed || names.people.empty()) continue;
      if (agency_.empty()) agency_ = names.agency;
      Add(names.people, "line below the headline");
      return;
    }
  }

  /// Returns whether "by" at the start of the text is a preposition in a
  /// sentence, as in "The coast was hit <a>hard</a> by <a>Storm Anna</a>". In
  /// "Posted on <a>3 May 2024</a> by", the word "by" is a label.
  bool IsInSentence(NodeId text) const {
    const NodeId before = page_.previous_sibling(text);
    if (before == kNoNode || !page_.Is(before, html::Tag::kA)) return false;
    if (dates::FindDate(TextBelow(page_, before, kMaxNameText), {})) {
      return false;
    }
    const std::string whole =
        TextBelow(page_, page_.parent(text), kMaxNameText + 1);
    return whole.size() > kMaxNameText &&
           lexicon::LabelAt(whole).label == lexicon::Label::kNone;
  }

  /// Returns whether the text follows the title of another work: " by Jane Doe"
  /// in "<em>The Rain</em> by Jane Doe". Such a text names the author of that
  /// work.
  bool FollowsTitleOfWork(NodeId text) const {
    const NodeId before = page_.previous_sibling(text);
    if (before == kNoNode) return false;
    const auto is_title = [&](NodeId node) {
      return node != kNoNode &&
             (page_.Is(node, html::Tag::kEm) || page_.Is(node, html::Tag::kI) ||
              page_.Is(node, html::Tag::kCite));
    };
    return is_title(before) || is_title(page_.first_child(before));
  }

  std::string NextText(NodeId node) const {
    for (int steps = 0; steps < 12 && node != kNoNode; ++steps) {
      node = page_.Next(node, page_.root());
      if (node == kNoNode || !page_.IsText(node)) continue;
      std::string text = text::Tidy(page_.text(node));
      if (!text.empty()) return text.size() <= kMaxBylineText ? text : "";
    }
    return "";
  }

  void FromFeed(const std::vector<std::string>& authors) {
    std::vector<std::string> people;
    for (const std::string& author : authors) {
      Merge(Parse(author, bylines::NameSource::kStructured, "feed item").people,
            people);
    }
    Add(people, "feed item");
  }

  /// Adds the site or its team as the author if a byline names the site or the
  /// team. Does nothing if a byline names an agency.
  void FromSiteOrTeam() {
    if (house_.empty() || !agency_.empty()) return;
    Add({house_}, "the publisher as author");
  }

  const PageScan& scan_;
  const html::Document& page_;
  const LinkedData& data_;
  const Mark& headline_;
  const bylines::SiteNames& site_;
  std::vector<NamesCandidate>& candidates_;
  std::string agency_;
  std::vector<Found> found_;
  std::string house_;
};

}  // namespace

std::string ReadAuthors(const PageScan& scan, const LinkedData& data,
                        const bylines::SiteNames& site,
                        const std::vector<std::string>& feed_authors,
                        PageEvidence& evidence) {
  return Reader(scan, data, evidence.headline, site, evidence)
      .Read(feed_authors);
}

}  // namespace newsmill::extract::metadata
