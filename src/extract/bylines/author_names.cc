#include "author_names.h"

#include <algorithm>
#include <array>

#include "extract/lexicon/labels.h"
#include "extract/text/characters.h"
#include "extract/text/markup_text.h"
#include "names.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/utf8.h"

namespace newsmill::extract::bylines {
namespace {

constexpr size_t kMaxPeople = 20;
constexpr size_t kMaxBytes = 600;
constexpr int32_t kMaxNameColumns = 60;
constexpr int32_t kMaxNameWords = 4;

/// Texts that join names. The texts in the second list may also join parts of
/// one name, so they count only if whole names are on both sides.
constexpr std::array<std::string_view, 12> kJoints = {
    " and ", " & ", " und ", " et ", " with ", " mit ",
    "、",    "，",  " و",    ";",    " / ",    " та "};
constexpr std::array<std::string_view, 11> kWeakJoints = {
    " y ",   " e ",  " en ", " i ",   " и ", " og ",
    " och ", " ja ", " ve ", " dan ", " és "};
/// No name comes after these texts.
constexpr std::array<std::string_view, 13> kTextsAfterNames = {
    " | ", " - ",  " – ",   " — ", " • ",  " · ",   " (",
    " [",  " at ", " for ", "\n",  " on ", " from "};

/// Folded texts that name nobody if they are a whole part.
constexpr std::array<std::string_view, 75> kNamelessTexts = {
    "admin",
    "administrator",
    "anonym",
    "anonymous",
    "author",
    "autor",
    "blog team",
    "business desk",
    "content team",
    "contributor",
    "contributors",
    "de la redaction",
    "default",
    "desk",
    "die redaktion",
    "editor",
    "editorial",
    "editorial board",
    "editorial staff",
    "editorial team",
    "editors",
    "from our correspondent",
    "guest",
    "guest author",
    "guest blogger",
    "guest contributor",
    "guest post",
    "guest writer",
    "la redacción",
    "la redaction",
    "la redazione",
    "la rédaction",
    "marketing",
    "n/a",
    "news agencies",
    "news desk",
    "newsdesk",
    "newsroom",
    "nicht angegeben",
    "no author",
    "none",
    "null",
    "online desk",
    "our correspondent",
    "our reporter",
    "our staff reporter",
    "pr",
    "press release",
    "redacao",
    "redaccion",
    "redacción",
    "redaction",
    "redakcja",
    "redaktion",
    "redazione",
    "redação",
    "rédaction",
    "sponsored",
    "staff",
    "staff reporter",
    "staff writer",
    "super user",
    "superuser",
    "team",
    "the editor",
    "the editors",
    "the newsroom",
    "undefined",
    "unknown",
    "user",
    "web desk",
    "web team",
    "webmaster",
    "written by",
    "редакция"};

/// Degrees and similar after a comma, folded and without full stops.
constexpr std::array<std::string_view, 43> kDegrees = {
    "ba",     "bs",  "bsc",  "cfa",  "cfp",  "cns", "cpa", "cpt",  "cscs",
    "dc",     "dds", "dmd",  "do",   "dpt",  "dvm", "edd", "esq",  "faad",
    "jd",     "ldn", "lcsw", "lmft", "lpc",  "ma",  "mba", "mbbs", "md",
    "med",    "mph", "ms",   "msc",  "mspt", "msw", "np",  "pa-c", "pe",
    "pharmd", "phd", "psyd", "rd",   "rdn",  "rn",  "scd"};
constexpr std::array<std::string_view, 5> kSuffixes = {"jr", "sr", "ii", "iii",
                                                       "iv"};

template <size_t kSize>
bool IsOneOf(std::string_view word,
             const std::array<std::string_view, kSize>& words) {
  return std::ranges::find(words, word) != words.end();
}

std::string WithoutStops(std::string_view text) {
  std::string out = text::Folded(text);
  std::erase(out, '.');
  return out;
}

std::string_view TrimSeparators(std::string_view text) {
  return Trim(text, " ,;:-|/*\"");
}

int32_t WordsIn(std::string_view text) { return text::MeasureOf(text).words; }

/// Cuts at the first weak joint that has whole names on both sides.
std::vector<std::string_view> SplitAtWeakJoint(std::string_view text) {
  for (const std::string_view joint : kWeakJoints) {
    const size_t at = text.find(joint);
    if (at == text.npos) continue;
    const std::string_view right = text.substr(at + joint.size());
    if (WordsIn(text.substr(0, at)) >= 2 && WordsIn(right) >= 2 &&
        text::IsUpper(text::FirstCharacter(right))) {
      return {text.substr(0, at), right};
    }
  }
  return {text};
}

std::vector<std::string_view> PartsOf(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty() && parts.size() < 3 * kMaxPeople) {
    size_t at = text.size();
    size_t length = 0;
    const auto consider = [&](std::string_view joint) {
      const size_t found = text.find(joint);
      if (found >= at) return;
      at = found;
      length = joint.size();
    };
    consider(",");
    for (const std::string_view joint : kJoints) consider(joint);
    for (const std::string_view part : SplitAtWeakJoint(text.substr(0, at))) {
      parts.push_back(TrimSeparators(part));
    }
    text.remove_prefix(at + length);
  }
  return parts;
}

std::string_view WithoutTail(std::string_view text) {
  size_t end = text.size();
  for (const std::string_view tail : kTextsAfterNames) {
    const size_t at = text.find(tail);
    if (at != text.npos && at > 0) end = std::min(end, at);
  }
  return text.substr(0, end);
}

/// Removes labels before names, several times if needed: "Written by: By Jane
/// Doe".
std::string_view WithoutLabels(std::string_view text) {
  for (int i = 0; i < 3; ++i) {
    text = TrimSeparators(text);
    const lexicon::Labelled label = lexicon::LabelAt(text);
    if (label.label != lexicon::Label::kAuthor || label.bytes >= text.size())
      break;
    text.remove_prefix(label.bytes);
  }
  return TrimSeparators(text);
}

/// Returns whether a word of the text is a domain such as "example.com".
bool HoldsDomain(std::string_view text) {
  for (const std::string_view suffix : {".com", ".net", ".org", ".co"}) {
    const size_t at = text.find(suffix);
    const size_t end = at + suffix.size();
    if (at != text.npos && at > 0 &&
        (end == text.size() || text[end] == ' ' || text[end] == '/' ||
         text[end] == '.')) {
      return true;
    }
  }
  return false;
}

bool IsAddress(std::string_view text) {
  return text.find('@') != text.npos || text.find("://") != text.npos ||
         text.starts_with("www.") || HoldsDomain(text);
}

bool IsNobody(std::string_view text) {
  return std::ranges::binary_search(kNamelessTexts,
                                    std::string_view(text::Folded(text)));
}

/// Returns whether the text names a group instead of a person: "The Example
/// Team".
bool IsCollective(std::string_view text) {
  static constexpr std::array<std::string_view, 11> kCollectives = {
      "editors",  "redactie",  "redaktion", "redazione", "redação", "redacción",
      "redakcja", "rédaction", "staff",     "team",      "toimitus"};
  const size_t blank = text.rfind(' ');
  const int32_t words = WordsIn(text);
  return blank != text.npos && words >= 2 && words <= kMaxNameWords &&
         IsOneOf(text::Folded(text.substr(blank + 1)), kCollectives);
}

bool PassesAsName(std::string_view part, NameSource source) {
  const text::Measure measure = text::MeasureOf(part);
  if (measure.letters < 2 || measure.columns > kMaxNameColumns) return false;
  if (source == NameSource::kText) {
    const Byline byline = BylineOf(part);
    return byline.authors.size() == 1;
  }
  const bool digits_only = part.find_first_not_of("0123456789 ") == part.npos;
  return measure.words <= 6 && !digits_only &&
         part.find_first_of("?!<>{}=:") == part.npos;
}

class NameReader {
 public:
  NameReader(NameSource source, const SiteNames& site)
      : source_(source), site_(site) {}

  Names Read(std::string_view text) {
    const auto parts = PartsOf(text);
    for (size_t i = 0; i < parts.size(); ++i) {
      if (!Part(parts[i]) && source_ == NameSource::kText) break;
    }
    if (names_.people.empty() && IsPersonalSite(names_.house)) {
      names_.people.push_back(names_.house);
    }
    return std::move(names_);
  }

 private:
  /// Adds the names of a part. Returns false if the part cannot be between
  /// names.
  bool Part(std::string_view part) {
    part = WithoutLabels(WithoutTail(part));
    while (part.ends_with('.') && WordsIn(part) > 1 && part.size() > 3 &&
           part[part.size() - 3] != ' ') {
      part.remove_suffix(1);
    }
    if (part.empty() || HasOtherRole(part)) return true;
    const std::string bare = WithoutStops(part);
    if (!names_.people.empty() && IsOneOf(bare, kSuffixes)) {
      names_.people.back() += ", " + std::string(part);
      return true;
    }
    if (IsOneOf(bare, kDegrees)) return true;
    if (IsAgency(part)) {
      if (names_.agency.empty()) names_.agency = part;
      return true;
    }
    if (IsNobody(part)) return true;
    const bool collective = source_ == NameSource::kText && IsCollective(part);
    if (collective || site_.IsName(part)) {
      if (names_.house.empty()) names_.house = part;
      return true;
    }
    if (IsAddress(part)) return true;
    if (!names_.people.empty() && source_ == NameSource::kStructured &&
        WordsIn(part) > kMaxNameWords) {
      return true;
    }
    if (!names_.people.empty() && IsInitials(part)) return true;
    if (!PassesAsName(part, source_)) return false;
    Keep(WithoutDegrees(part));
    return true;
  }

  /// Returns whether the part names the author of something else: "Updated by
  /// Jane Doe", "Photo: Jane Doe".
  static bool HasOtherRole(std::string_view part) {
    const lexicon::Label label = lexicon::LabelAt(part).label;
    return label == lexicon::Label::kEditor ||
           label == lexicon::Label::kUpdated;
  }

  /// Returns whether a site has the name of its author.
  static bool IsPersonalSite(std::string_view name) {
    return WordsIn(name) <= 3 && !text::Folded(name).starts_with("the ") &&
           !BylineOf(name).authors.empty();
  }

  /// Returns whether a text after a name is a degree that is not in the list:
  /// "CEPF®".
  static bool IsInitials(std::string_view part) {
    const text::Measure measure = text::MeasureOf(part);
    return measure.words == 1 && measure.letters <= 7 && !measure.has_lower &&
           !measure.has_wide && part.find(' ') == part.npos;
  }

  /// Returns the name without degrees: "Jane Doe PhD".
  static std::string_view WithoutDegrees(std::string_view name) {
    while (WordsIn(name) > 2) {
      const size_t blank = name.rfind(' ');
      if (blank == name.npos) break;
      const std::string last = WithoutStops(name.substr(blank + 1));
      const bool capital =
          text::IsUpper(text::LastCharacter(TrimSeparators(name)));
      if (!IsOneOf(last, kDegrees) || (last.size() == 2 && !capital)) break;
      name = TrimSeparators(name.substr(0, blank));
    }
    return name;
  }

  /// Returns a repeated name once: "Jane Doe Jane Doe", which comes from a
  /// picture's name and its caption.
  static std::string_view WithoutRepetition(std::string_view name) {
    const size_t half = name.size() / 2;
    const std::string_view first = name.substr(0, half);
    // But "Lang Lang" is a name.
    const bool twice = name.size() % 2 == 1 && name[half] == ' ' &&
                       first.find(' ') != first.npos &&
                       first == name.substr(half + 1);
    return twice ? first : name;
  }

  void Keep(std::string_view name) {
    if (names_.people.size() >= kMaxPeople) return;
    name = WithoutRepetition(name);
    const std::string folded = text::Folded(name);
    const bool known = std::ranges::any_of(
        names_.people,
        [&](const auto& each) { return text::Folded(each) == folded; });
    if (!known) names_.people.emplace_back(name);
  }

  NameSource source_;
  const SiteNames& site_;
  Names names_;
};

}  // namespace

Names NamesIn(std::string_view text, NameSource source, const SiteNames& site) {
  const std::string plain = text::PlainText(TruncateUtf8(text, kMaxBytes));
  // Handles "jane@example.com (Jane Doe)" and "Jane Doe <jane@example.com>".
  std::string kept;
  for (size_t i = 0; i < plain.size();) {
    const size_t end = std::min(plain.find(' ', i), plain.size());
    std::string_view word = std::string_view(plain).substr(i, end - i);
    i = end + 1;
    if (word.find('@') != word.npos) continue;
    if (!kept.empty()) kept += ' ';
    kept += word;
  }
  if (kept.starts_with('(') && kept.ends_with(')')) {
    kept = kept.substr(1, kept.size() - 2);
  }
  return NameReader(source, site).Read(WithoutLabels(kept));
}

}  // namespace newsmill::extract::bylines
