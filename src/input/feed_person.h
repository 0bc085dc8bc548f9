// Reads the names in an element that names the authors of an item or feed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsmill::input {

/// Collects the names in one author element. The element contains text, child
/// elements with the parts of a name, several persons, or markup. Ignores child
/// elements that contain no name, such as a job title. Not thread-safe.
class PersonCapture {
 public:
  void Start(std::string_view local);
  void End();  // ends a child element
  void Text(std::string_view text);

  /// Returns the names of the persons. If child elements name them, ignores
  /// the text beside these elements. Returns the e-mail address of a person
  /// who has no name.
  std::vector<std::string> TakeNames();

  /// The part of a person that an element contains.
  enum class Part : uint8_t {
    kText,  // the author element itself, or markup in it
    kName,
    kGiven,
    kFamily,
    kEmail,
    kPerson,  // the element contains a person of its own
    kIgnored,
  };

 private:
  struct Person {
    std::string text;
    std::string name;
    std::string given;
    std::string family;
    std::string email;
  };

  Part Current() const { return open_.empty() ? Part::kText : open_.back(); }
  std::string* Target();
  void FinishPerson();

  std::vector<Part> open_;
  Person person_;
  std::vector<std::string> named_;  // persons whom child elements name
  std::vector<std::string> texts_;
  std::vector<std::string> emails_;
};

}  // namespace newsmill::input
