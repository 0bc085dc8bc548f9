#include "wire_fields.h"

#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"
#include "wire_terms.h"

namespace newsmill::input {
namespace {

constexpr int kLast = 9;  // worst rank: used only if there is no other value

void SetProvider(int rank, const std::string& id, const std::string& name,
                 EntryBuilder& entry) {
  entry.Provider(rank, name);
  const std::string host = UrlOfHost(id);
  if (IsAbsoluteUrl(id)) {
    entry.ProviderLink(rank, id);
  } else if (!host.empty()) {
    entry.ProviderLink(rank, host);
  } else if (name.empty()) {
    entry.Provider(kLast, std::string(CodeOf(id)));
  }
}

}  // namespace

std::string WireIdOf(const XmlAttributes& attributes) {
  for (const std::string_view key : {"qcode", "uri", "literal"}) {
    const std::string_view id = TrimBlanks(AttributeOf(attributes, key));
    if (!id.empty()) return std::string(id);
  }
  return "";
}

bool SetFromAttributes(const WireMeaning& meaning,
                       const XmlAttributes& attributes, EntryBuilder& entry) {
  const auto get = [&](std::string_view key) {
    return std::string(TrimBlanks(AttributeOf(attributes, key)));
  };
  switch (meaning.field) {
    case WireField::kItemClass:
      entry.NotAnArticle(WhyNotText(WireIdOf(attributes)));
      return true;
    case WireField::kStatus:
      entry.NotAnArticle(WhyWithdrawn(WireIdOf(attributes)));
      return true;
    case WireField::kLanguage:
      entry.Language(get("tag"));
      return true;
    case WireField::kIssued:
      entry.Date(Field::kPublished, meaning.rank, get("norm"));
      return true;
    case WireField::kHolder:
      entry.Provider(1, get("holder"));
      return true;
    case WireField::kTopic:
      for (const std::string_view part : {"type", "matter", "detail"}) {
        entry.Category(get("tobject.subject." + std::string(part)));
      }
      if (IsTopSubject(get("tobject.subject.refnum"))) {
        entry.Section(1, get("tobject.subject.type"));
      }
      return true;
    case WireField::kPublication:
      entry.Section(0, get("position.section"));
      entry.Provider(0, get("name"));
      entry.Date(Field::kPublished, 2, get("date.publication"));
      return true;
    case WireField::kTag:
      entry.Category(get("key"));
      return !get("key").empty();
    default:
      return false;
  }
}

void SetFromLine(const WireMeaning& meaning, std::string line,
                 std::string language, EntryBuilder& entry) {
  const int rank = meaning.rank;
  switch (meaning.field) {
    case WireField::kHeadline:
      return entry.Title(rank, {std::move(line), model::Markup::kText, "",
                                std::move(language)});
    case WireField::kHeadline2:
      return entry.Subtitle(rank, std::move(line));
    case WireField::kByline:
      return entry.Byline(rank, std::move(line));
    case WireField::kCredit:
      return entry.StoryCredit(rank, std::move(line));
    case WireField::kRights:
      return entry.Rights(std::move(line));
    case WireField::kSummary:
      return entry.Summary(rank,
                           {std::move(line), model::Markup::kText, "", ""});
    case WireField::kTag:
      return entry.Category(std::move(line));
    case WireField::kPublished:
      return entry.Date(Field::kPublished, rank, std::move(line));
    case WireField::kModified:
      entry.Date(Field::kPublished, kLast, line);
      return entry.Date(Field::kModified, rank, std::move(line));
    case WireField::kEmbargo:
      return entry.Embargo(std::move(line));
    default:
      return;
  }
}

void SetFromParty(const WireParty& party, EntryBuilder& entry) {
  const std::string& name = party.name.value();
  switch (party.meaning.field) {
    case WireField::kProvider:
      return SetProvider(party.meaning.rank, party.id, name, entry);
    case WireField::kCreator:
      return party.is_organisation ? entry.StoryCredit(2, name)
                                   : entry.Author(0, name);
    case WireField::kSource:
      return entry.StoryCredit(1, name);
    default:
      if (IsTopSubject(CodeOf(party.id))) entry.Section(1, name);
      return entry.Category(name);
  }
}

}  // namespace newsmill::input
