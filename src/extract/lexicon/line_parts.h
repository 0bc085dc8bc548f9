// Finds the parts of a page that the words of a short text indicate: "Read
// more", "Photo: …", "Subscribe to …".
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "page_parts.h"

namespace newsmill::extract::lexicon {

/// The parts that words can indicate. The features of the body model have the
/// same order.
inline constexpr std::array<Part, 15> kLineParts = {
    Part::kRelated,     // other articles
    Part::kAd,          // advertisement
    Part::kShare,       // share, follow
    Part::kNewsletter,  // sign up, log in
    Part::kCaption,     // photo, credit
    Part::kByline,      // by, published, updated
    Part::kComment,     // comments
    Part::kLegal,       // copyright, cookies, disclosures
    Part::kTags,        // tags, filed under
    Part::kBio,         // about the author
    Part::kContents,    // table of contents
    Part::kContact,     // tips, contact, send us
    Part::kNav,         // a line that is only a menu entry
    Part::kOtherArticles,
    Part::kNotice,  // a notice in a plain text
};

/// Returns the parts that the words of `text` indicate. `words` is the number
/// of words of `text`. Reads only the start of longer texts.
PartSet PartsOfLine(std::string_view text, uint32_t words);

}  // namespace newsmill::extract::lexicon
