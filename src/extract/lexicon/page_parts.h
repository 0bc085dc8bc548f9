// Defines the parts of a page or a plain text, such as the title, a caption or
// a menu. The code that reads names of elements, phrases and metadata uses
// these parts. The body model (extract/body/model.h) also uses these parts.
#pragma once

#include <cstdint>

namespace newsmill::extract::lexicon {

/// A part of a page. The comments up to kSubheading list words in the names of
/// elements that indicate the part. The body model has a feature for each part
/// from kBody to kAsideElement, in this order. If these parts change, the model
/// must be trained again.
enum class Part : uint8_t {
  kBody,        // article-body, entry-content
  kArticle,     // article, story, post
  kContent,     // content, main, text
  kTitle,       // headline, title
  kStandfirst,  // lead, deck, standfirst, summary
  kByline,      // byline, author, date, meta
  kBio,         // about-author, bio
  kCaption,     // caption, credit, gallery
  kFigure,      // figure, image, photo, video, embed
  kShare,       // share, social
  kRelated,     // related, recommended, more, popular
  kTeaser,      // teaser, card, promo, list of other articles
  kComment,     // comments, disqus, reply
  kNewsletter,  // newsletter, subscribe, signup
  kAd,          // advert, sponsor
  kNav,         // nav, menu, breadcrumb, pagination
  kHeader,      // header, masthead
  kFooter,      // footer
  kSidebar,     // sidebar, aside, rail, widget
  kTags,        // tags, topics, categories
  kLegal,       // cookie, consent, disclaimer, copyright
  kPaywall,     // paywall, premium
  kQuote,       // pullquote, blockquote
  kContents,    // toc, table of contents
  kNote,        // correction, footnote, note
  kHidden,      // hidden, collapsed: readers may still see it
  kOverlay,     // modal, popup
  kBox,         // infobox, factbox, callout
  kCommerce,    // product, price, buy, deal
  kForm,        // form, input, poll, quiz
  kLive,        // liveblog
  kParagraph,   // paragraph of a body
  kSubheading,  // subheading
  // Tags indicate the next parts: `article` indicates kArticleElement.
  kArticleElement,
  kMainElement,
  kSectionElement,
  kListElement,
  kTableElement,
  kFigureElement,
  kCaptionElement,
  kAsideElement,
  // Only the code for metadata uses the next parts. Few names indicate these
  // parts, and these names are reliable.
  kDate,
  kPublished,
  kModified,
  kAuthor,
  kName,     // name of an author, a work or anything else
  kSide,     // comments, menus, other articles
  kTagList,  // tags of the article
  kSection,
  kSubtitle,
  kHeadline,
  // The text of a line indicates the next parts.
  kContact,        // "Contact us", "Visit …", prices
  kOtherArticles,  // the heading above a list of other articles
  kNotice,         // a request, a menu or a label; not part of the article
  kShortLine,      // a headline, sub-heading or list item
};
inline constexpr int kModelPartCount =
    static_cast<int>(Part::kAsideElement) + 1;

/// A set of parts, with one bit for each part.
using PartSet = uint64_t;

constexpr PartSet SetOf(Part part) {
  return PartSet{1} << static_cast<unsigned>(part);
}
template <typename... Parts>
constexpr PartSet SetOf(Part first, Parts... others) {
  return SetOf(first) | SetOf(others...);
}
constexpr bool Has(PartSet set, Part part) { return (set & SetOf(part)) != 0; }

/// The parts that are features of the body model.
inline constexpr PartSet kModelParts = (PartSet{1} << kModelPartCount) - 1;

}  // namespace newsmill::extract::lexicon
