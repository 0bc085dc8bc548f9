// The parts of a page or a plain text. The names of elements, the phrases of
// lines, the body model and the metadata share this classification.
#pragma once

#include <cstdint>

namespace newsmill::extract::lexicon {

/// The body model has a feature for each part up to kAsideElement, in this
/// order. After a change the model must be trained again.
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
  kTeaser,      // teaser, card, promo, list of others
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
  kHidden,      // hidden, collapsed: often hidden, but not always
  kOverlay,     // modal, popup
  kBox,         // infobox, factbox, callout
  kCommerce,    // product, price, buy, deal
  kForm,        // form, input, poll, quiz
  kLive,        // liveblog
  kParagraph,   // paragraph of a body
  kSubheading,  // subheading
  // The next parts come from the tag of the element.
  kArticleElement,
  kMainElement,
  kSectionElement,
  kListElement,
  kTableElement,
  kFigureElement,
  kCaptionElement,
  kAsideElement,
  // Narrower parts, with fewer and more reliable names, for metadata.
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
  // The next parts come from the words of a line.
  kContact,        // "Contact us", "Visit …", prices
  kOtherArticles,  // the heading above a list of other articles
  kNotice,         // a request, a menu or a label; not part of the article
  kShortLine,      // a headline, sub-heading or list item; its place decides
};
inline constexpr int kModelPartCount =
    static_cast<int>(Part::kAsideElement) + 1;

/// A set of parts, with one bit for each.
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
