#include "json_ld.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "extract/text/characters.h"
#include "extract/text/markup_text.h"
#include "extract/text/sort_stably.h"
#include "json_ld_graph.h"
#include "newsmill/base/ascii.h"
#include "newsmill/model/identity.h"

namespace newsmill::extract::metadata {
namespace {

using json::Value;

constexpr size_t kMaxListed = 64;
constexpr size_t kMaxDescribing = 6;

/// Returns the text of a value. The value may be a string, {"@value": …},
/// {"name": …}, or a list. Reads only the first element of a list.
std::string TextOf(std::optional<Value> value) {
  if (!value) return "";
  if (value->IsString()) return text::PlainText(value->string());
  if (value->type() == json::Type::kNumber) return std::string(value->number());
  if (value->IsObject()) {
    for (const std::string_view key : {"@value", "name", "alternateName"}) {
      if (std::string text = TextOf(value->Find(key)); !text.empty())
        return text;
    }
    return "";
  }
  for (auto each = value->first(); each; each = each->next()) {
    if (std::string text = TextOf(each); !text.empty()) return text;
  }
  return "";
}

/// Returns the number without the separators of its thousands: "1850" for
/// "1,850".
std::string WithoutGroupMarks(std::string_view number) {
  constexpr size_t kGroup = 3;
  std::string digits;
  for (size_t i = 0; i < number.size(); ++i) {
    const std::string_view rest = number.substr(i + 1);
    const size_t end =
        std::ranges::find_if_not(rest, IsAsciiDigit) - rest.begin();
    const bool is_mark =
        std::string_view(",.' ").find(number[i]) != std::string_view::npos &&
        end == kGroup && !digits.empty();
    if (!is_mark) digits += number[i];
  }
  return digits;
}

/// Returns the text of a value without markup and with decoded character
/// references. Keeps the line breaks between paragraphs.
std::string BodyOf(std::optional<Value> value) {
  return value && value->IsString() ? text::WithoutMarkup(value->string()) : "";
}

std::string UrlOf(std::optional<Value> value) {
  if (!value) return "";
  if (value->IsString()) return text::Tidy(value->string());
  for (const std::string_view key : {"url", "contentUrl", "@id"}) {
    if (const auto url = value->Find(key); url && url->IsString()) {
      return text::Tidy(url->string());
    }
  }
  return value->type() == json::Type::kArray ? UrlOf(value->first()) : "";
}

/// Calls `use` for each element of a list, or once for any other value.
template <typename Function>
void ForEach(std::optional<Value> value, Function&& use) {
  if (!value) return;
  if (value->type() != json::Type::kArray) {
    use(*value);
    return;
  }
  size_t count = 0;
  for (auto each = value->first(); each && count < kMaxListed;
       each = each->next(), ++count) {
    use(*each);
  }
}

class FactReader {
 public:
  FactReader(const LdGraph& graph, const PageIdentity& page)
      : graph_(graph), page_(page) {}

  LdFacts Read(const LdNode& node) const {
    const Value object = node.value;
    LdFacts facts;
    facts.type = node.type;
    facts.is_article = node.rank == 3;
    facts.is_live = node.type == "LiveBlogPosting";
    facts.headline = TextOf(object.Find("headline"));
    if (facts.headline.empty()) facts.headline = TextOf(object.Find("name"));
    facts.alternative = TextOf(object.Find("alternativeHeadline"));
    facts.description = TextOf(object.Find("description"));
    facts.body = BodyOf(object.Find("articleBody"));
    ReadDates(object, facts);
    facts.language = LanguageOf(object.Find("inLanguage"));
    for (const std::string_view key : {"author", "creator"}) {
      if (facts.authors.empty()) ReadAgents(object.Find(key), facts.authors);
    }
    ReadAccess(object, facts);
    facts.publisher = FirstAgent(object.Find("publisher"));
    facts.provider = FirstAgent(object.Find("sourceOrganization"));
    if (facts.provider.name.empty()) {
      facts.provider = FirstAgent(object.Find("provider"));
    }
    ReadLists(object, facts);
    facts.matches_url = MatchesUrl(object);
    facts.matches_title = MatchesTitle(facts.headline);
    return facts;
  }

 private:
  static void ReadDates(Value object, LdFacts& facts) {
    facts.published = TextOf(object.Find("datePublished"));
    if (facts.published.empty()) {
      facts.published = TextOf(object.Find("uploadDate"));
    }
    facts.modified = TextOf(object.Find("dateModified"));
    facts.created = TextOf(object.Find("dateCreated"));
  }

  static void ReadAccess(Value object, LdFacts& facts) {
    facts.is_accessible_for_free = TermOf(object.Find("isAccessibleForFree"));
    ForEach(object.Find("hasPart"), [&](Value part) {
      if (!part.IsObject()) return;
      const std::string free = TermOf(part.Find("isAccessibleForFree"));
      facts.has_locked_part |= LowerAscii(free).ends_with("false");
    });
    const std::string words =
        WithoutGroupMarks(TextOf(object.Find("wordCount")));
    std::from_chars(words.data(), words.data() + words.size(), facts.words);
  }

  /// Returns the text of a value that means yes or no. The value may be a JSON
  /// boolean, or a word such as "False".
  static std::string TermOf(std::optional<Value> value) {
    if (value && value->type() == json::Type::kBool) {
      return value->boolean() ? "true" : "false";
    }
    return TextOf(value);
  }

  static std::string LanguageOf(std::optional<Value> value) {
    if (value && value->IsObject()) {
      const std::string code = TextOf(value->Find("alternateName"));
      if (!code.empty()) return code;
    }
    return TextOf(value);
  }

  void ReadAgents(std::optional<Value> value,
                  std::vector<LdAgent>& agents) const {
    ForEach(value, [&](Value each) { ReadAgent(each, agents); });
  }

  void ReadAgent(Value value, std::vector<LdAgent>& agents) const {
    if (value.IsString()) {
      agents.push_back({text::PlainText(value.string()), false});
      return;
    }
    if (!value.IsObject()) return;
    value = graph_.Resolved(value);
    const std::string type = TextOf(value.Find("@type"));
    const bool organization = type.find("Organization") != type.npos;
    const size_t before = agents.size();
    ForEach(value.Find("name"), [&](Value name) {
      std::string text = TextOf(name);
      if (!text.empty()) agents.push_back({std::move(text), organization});
    });
    if (agents.size() > before) return;
    const std::string given = TextOf(value.Find("givenName"));
    const std::string family = TextOf(value.Find("familyName"));
    std::string name = text::Tidy(given + " " + family);
    if (!name.empty()) agents.push_back({std::move(name), organization});
  }

  LdAgent FirstAgent(std::optional<Value> value) const {
    std::vector<LdAgent> agents;
    ReadAgents(value, agents);
    return agents.empty() ? LdAgent{} : std::move(agents.front());
  }

  void ReadLists(Value object, LdFacts& facts) const {
    ForEach(object.Find("articleSection"), [&](Value each) {
      std::string text = TextOf(each);
      if (!text.empty()) facts.sections.push_back(std::move(text));
    });
    ForEach(object.Find("keywords"), [&](Value each) {
      std::string text = TextOf(each);
      if (!text.empty()) facts.keywords.push_back(std::move(text));
    });
    for (const std::string_view key : {"image", "thumbnailUrl"}) {
      if (!facts.images.empty()) continue;
      ForEach(object.Find(key), [&](Value each) {
        each = graph_.Resolved(each);
        LdImage image{.url = UrlOf(each), .caption = "", .credit = ""};
        if (each.IsObject()) {
          image.caption = TextOf(each.Find("caption"));
          image.credit = TextOf(each.Find("creditText"));
        }
        if (!image.url.empty()) facts.images.push_back(std::move(image));
      });
    }
  }

  bool MatchesUrl(Value object) const {
    for (const std::string_view key : {"url", "@id", "mainEntityOfPage"}) {
      const std::string url = UrlOf(object.Find(key));
      if (url.empty()) continue;
      for (const std::string& page : page_.urls) {
        if (IsSamePage(url, page)) return true;
      }
    }
    return false;
  }

  bool MatchesTitle(std::string_view headline) const {
    const std::string folded = model::NormalisedText(headline);
    if (folded.size() < 4) return false;
    return std::ranges::any_of(page_.titles, [&](const std::string& title) {
      return title.find(folded) != title.npos ||
             (title.size() > 12 && folded.find(title) != folded.npos);
    });
  }

  const LdGraph& graph_;
  const PageIdentity& page_;
};

/// Returns a score that shows how well the node describes this page. If the
/// score is 0 or less, the node describes something else.
int ScoreOf(const LdNode& node, const LdFacts& facts) {
  int score = node.rank * 4;
  if (facts.matches_url) score += 3;
  if (facts.matches_title) score += 4;
  if (node.nested) score -= 5;
  if (facts.published.empty() && facts.headline.empty()) score -= 6;
  return score;
}

std::vector<std::string> BreadcrumbsOf(const LdGraph& graph, Value list) {
  std::vector<std::string> names;
  ForEach(list.Find("itemListElement"), [&](Value each) {
    std::string name = TextOf(each.Find("name"));
    if (name.empty()) {
      if (const auto item = each.Find("item"); item && item->IsObject()) {
        name = TextOf(graph.Resolved(*item).Find("name"));
      }
    }
    names.push_back(std::move(name));
  });
  return names;
}

void ReadSite(const LdGraph& graph, LinkedData& data) {
  for (const LdNode& node : graph.nodes()) {
    if (node.type == "WebSite" && data.site_name.empty()) {
      data.site_name = TextOf(node.value.Find("name"));
    } else if (node.type == "BreadcrumbList" && data.breadcrumbs.empty()) {
      data.breadcrumbs = BreadcrumbsOf(graph, node.value);
    } else if (!node.nested && node.type.ends_with("Organization") &&
               data.organization.empty()) {
      data.organization = TextOf(node.value.Find("name"));
    }
  }
}

std::string_view PageKey(std::string_view url) {
  url = TrimBlanks(url);
  const size_t scheme = url.find("://");
  if (scheme != url.npos) url.remove_prefix(scheme + 3);
  if (url.starts_with("//")) url.remove_prefix(2);
  if (url.starts_with("www.")) url.remove_prefix(4);
  url = url.substr(0, url.find('#'));
  const size_t query = url.find('?');
  const size_t path = url.find('/');
  // Removes the query only if the URL has a path. Without a path, the query may
  // identify the page, as in "example.com/?p=1".
  if (query != url.npos && path != url.npos && query > path + 1) {
    url = url.substr(0, query);
  }
  while (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

}  // namespace

bool IsSamePage(std::string_view url, std::string_view other) {
  const std::string_view a = PageKey(url);
  const std::string_view b = PageKey(other);
  return !a.empty() && EqualsIgnoringCase(a, b);
}

LinkedData ReadLinkedData(std::span<const std::string> scripts,
                          const PageIdentity& page) {
  LinkedData data;
  const LdGraph graph(scripts);
  data.repaired = graph.repaired();
  data.unreadable = graph.unreadable();
  ReadSite(graph, data);
  const FactReader reader(graph, page);
  struct Scored {
    int score;
    LdFacts facts;
  };
  std::vector<Scored> scored;
  size_t listed = 0;
  for (const LdNode& node : graph.nodes()) {
    if (node.rank == 0 || ++listed > kMaxListed) continue;
    LdFacts facts = reader.Read(node);
    const int score = ScoreOf(node, facts);
    // A nested node that matches neither the URL nor the title is a teaser of
    // another article.
    if (node.nested && !facts.matches_url && !facts.matches_title) continue;
    if (score > 0) scored.push_back({score, std::move(facts)});
  }
  text::SortStably(scored, [](const Scored& each) { return -each.score; });
  for (Scored& each : scored) {
    if (data.nodes.size() == kMaxDescribing) break;
    data.nodes.push_back(std::move(each.facts));
  }
  return data;
}

}  // namespace newsmill::extract::metadata
