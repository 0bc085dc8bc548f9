// Finds phrases in a short text that indicate a part of a page. "Read more"
// indicates links to other articles, and "Photo: …" indicates a caption.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "page_parts.h"

namespace newsmill::extract::lexicon {

/// The parts that phrases can indicate. The body model (extract/body/model.h)
/// has a feature for each of these parts, in the same order.
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

/// Returns the parts that phrases in `text` indicate. `words` is the number of
/// words of `text`. Returns no parts for a text of more than 60 words, because
/// such a text is prose.
PartSet PartsOfLine(std::string_view text, uint32_t words);

}  // namespace newsmill::extract::lexicon
