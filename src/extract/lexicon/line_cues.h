// What the words of a short text say of its place on the page: "Read more",
// "Photo: …", "Subscribe to …".
#pragma once

#include <cstdint>
#include <string_view>

namespace newsmill::extract::lexicon {

/// The order is the order of the model's features.
enum class Cue : uint8_t {
  kMore,       // other articles
  kAd,         // advertisement
  kShare,      // share, follow
  kSubscribe,  // sign up, log in
  kCaption,    // photo, credit
  kByline,     // by, published, updated
  kComment,    // comments
  kLegal,      // copyright, cookies, disclosures
  kTags,       // tags, filed under
  kBio,        // about the author
  kContents,   // table of contents
  kContact,    // tips, contact, send us
  kMenu,       // a menu's entry, as a whole
  kEnd,        // a heading under which other articles stand, as a whole
  kNotice,     // a notice as plain texts have them
  kCount,
};
inline constexpr int kCueCount = static_cast<int>(Cue::kCount);

using CueSet = uint32_t;
constexpr CueSet SetOf(Cue cue) {
  return CueSet{1} << static_cast<unsigned>(cue);
}

/// Longer texts are read at their start only.
CueSet CuesOf(std::string_view text, uint32_t words);

}  // namespace newsmill::extract::lexicon
