#include "newsml1_story.h"

#include <algorithm>
#include <array>

#include "newsmill/base/ascii.h"

namespace newsmill::input {
namespace {

using Element = NewsmlElement;

/// The words of roles, in lower case. The first word that the role contains
/// decides.
constexpr auto kParts = std::to_array<std::pair<std::string_view, Part>>(
    {{"caption", Part::kCaption},
     {"photo", Part::kCaption},
     {"picture", Part::kCaption},
     {"image", Part::kCaption},
     {"graphic", Part::kCaption},
     {"video", Part::kCaption},
     {"legend", Part::kCaption},
     {"abstract", Part::kAbstract},
     {"summary", Part::kAbstract},
     {"teaser", Part::kAbstract},
     {"synopsis", Part::kAbstract},
     {"support", Part::kSupporting},
     {"sidebar", Part::kSupporting},
     {"related", Part::kSupporting},
     {"background", Part::kSupporting},
     {"main", Part::kMain},
     {"text", Part::kMain},
     {"body", Part::kMain},
     {"story", Part::kMain},
     {"article", Part::kMain}});

/// Returns the part of a component with the part `own` inside a component with
/// the part `outer`: the caption of a main picture is a caption.
Part PartWithin(Part outer, Part own) {
  if (own == Part::kUnnamed) return outer;
  return outer == Part::kUnnamed ? own : std::max(outer, own);
}

std::string_view PrimaryOf(std::string_view language) {
  return language.substr(0, language.find_first_of("-_"));
}

/// Returns the language of the item. Without it, the language of the first
/// component is the language of the item.
std::string Stated(const Element& item) {
  const Element* first = item.Child("newscomponent");
  const std::string own = LanguageOf(item, "");
  return own.empty() && first != nullptr ? LanguageOf(*first, "") : own;
}

}  // namespace

Part PartOf(const Element& component) {
  const Element* role = component.Child("role");
  const std::string name =
      role == nullptr ? "" : LowerAscii(role->Attribute("formalname"));
  if (name.empty()) return Part::kUnnamed;
  for (const auto& [word, part] : kParts) {
    if (name.contains(word)) return part;
  }
  return Part::kOther;
}

std::string FormalName(const Element* element) {
  return element == nullptr ? ""
                            : std::string(element->Attribute("formalname"));
}

std::string LineOf(const Element* element) {
  return element == nullptr ? "" : element->Line();
}

std::string LanguageOf(const Element& element, const std::string& outer) {
  std::string language =
      FormalName(element.At({"descriptivemetadata", "language"}));
  if (language.empty()) language = element.Attribute("lang");
  const bool is_private = StartsWithIgnoringCase(language, "x-");
  return language.empty() || is_private ? outer : language;
}

std::string MediaOf(const Element& content_item) {
  return LowerAscii(FormalName(content_item.Child("mediatype")));
}

const Element* DataOf(const Element& content_item) {
  const std::string media = MediaOf(content_item);
  if (!media.empty() && media != "text" && media != "complexdata") {
    return nullptr;
  }
  const Element* encoding = content_item.Child("encoding");
  const bool is_coded =
      encoding != nullptr &&
      LowerAscii(encoding->Attribute("notation")).contains("base64");
  if (is_coded) return nullptr;
  const Element* data =
      (encoding == nullptr ? content_item : *encoding).Child("datacontent");
  const bool is_empty = data == nullptr || TrimBlanks(data->text).empty();
  return is_empty ? nullptr : data;
}

StoryFinder::StoryFinder(const Element& item) : main_language_(Stated(item)) {
  for (const Element& child : item.children) {
    if (child.name == "newscomponent") {
      Visit(child, Part::kUnnamed, main_language_);
    }
  }
  const Element* first = item.Child("newscomponent");
  if (chosen_.empty() && first != nullptr) chosen_ = {first};
}

void StoryFinder::Visit(const Element& component, Part outer,
                        const std::string& outer_language) {
  open_.push_back(&component);
  const Part part = PartWithin(outer, PartOf(component));
  const std::string language = LanguageOf(component, outer_language);
  for (const Element& child : component.children) {
    if (child.name == "newscomponent") Visit(child, part, language);
    if (child.name == "contentitem") VisitContent(child, part, language);
  }
  open_.pop_back();
}

void StoryFinder::VisitContent(const Element& content_item, Part part,
                               const std::string& outer_language) {
  const Element* data = DataOf(content_item);
  if (data == nullptr) {
    const std::string media = MediaOf(content_item);
    if (media_.empty() && media != "text") media_ = media;
    return;
  }
  if (part == Part::kCaption) return;
  if (part == Part::kAbstract) {
    if (summary_.empty()) summary_ = data->Line();
    return;
  }
  const std::string language =
      LanguageOf(*data, LanguageOf(content_item, outer_language));
  const bool is_other =
      !main_language_.empty() && !language.empty() &&
      !EqualsIgnoringCase(PrimaryOf(main_language_), PrimaryOf(language));
  const std::pair cost(part, is_other);
  if (content_item_ != nullptr && cost >= cost_) return;
  cost_ = cost;
  content_item_ = &content_item;
  chosen_ = open_;
  language_ = language;
}

}  // namespace newsmill::input
