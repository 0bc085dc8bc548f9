// Finds the text of a news item in NewsML 1 among its components.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "newsml1_tree.h"

namespace newsmill::input {

/// What a component contributes to the article.
enum class Part : uint8_t {
  kMain,
  kUnnamed,  // the component has no role
  kOther,    // an unknown role
  kSupporting,
  kAbstract,  // a summary
  kCaption,   // the text of a picture
};

/// Returns the part that the role of a component names.
Part PartOf(const NewsmlElement& component);

/// Returns the attribute `FormalName`, or "" if the element is null.
std::string FormalName(const NewsmlElement* element);

/// Returns the text on one line, or "" if the element is null.
std::string LineOf(const NewsmlElement* element);

/// Returns the language that the element itself states, or `outer`.
std::string LanguageOf(const NewsmlElement& element, const std::string& outer);

/// Returns the media type in lower case: "text", "photo".
std::string MediaOf(const NewsmlElement& content_item);

/// Returns the content of a text, or null. A text in base64 is not read.
const NewsmlElement* DataOf(const NewsmlElement& content_item);

/// Finds the text of a news item. A main text is better than a sidebar, and a
/// text in the language of the item is better than a translation. `item` must
/// outlive the object.
class StoryFinder {
 public:
  explicit StoryFinder(const NewsmlElement& item);

  /// Returns the content item of the text, or null.
  const NewsmlElement* content_item() const { return content_item_; }
  /// Returns the components around the content item, the outermost first. An
  /// item without a text has its first component.
  const std::vector<const NewsmlElement*>& components() const {
    return chosen_;
  }
  const std::string& language() const { return language_; }
  /// Returns the text of the first abstract.
  const std::string& summary() const { return summary_; }
  /// Returns a media type other than text, if the item has one.
  const std::string& media() const { return media_; }

 private:
  void Visit(const NewsmlElement& component, Part outer,
             const std::string& outer_language);
  void VisitContent(const NewsmlElement& content_item, Part part,
                    const std::string& outer_language);

  std::string main_language_;
  std::vector<const NewsmlElement*> open_;
  const NewsmlElement* content_item_ = nullptr;
  std::vector<const NewsmlElement*> chosen_;
  std::pair<Part, bool> cost_;
  std::string language_;
  std::string summary_;
  std::string media_;
};

}  // namespace newsmill::input
