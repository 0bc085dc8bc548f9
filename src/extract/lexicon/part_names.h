// What the names that pages give to their parts (class, id, itemprop, role,
// and the elements themselves) say about them, by naming conventions of content
// management systems and newspapers, never by host.
#pragma once

#include <cstdint>
#include <string_view>

#include "newsmill/html/names.h"

namespace newsmill::extract::lexicon {

/// A class of names. The order is the order of the model's features.
enum class NameClass : uint8_t {
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
  kHidden,      // hidden, collapsed: often, not always
  kOverlay,     // modal, popup
  kBox,         // infobox, factbox, callout, related facts
  kCommerce,    // product, price, buy, deal
  kForm,        // form, input, poll, quiz
  kLive,        // liveblog
  kParagraph,   // paragraph: a body's part
  kSubheading,  // subheading
  // By the element alone.
  kArticleElement,
  kMainElement,
  kSectionElement,
  kListElement,
  kTableElement,
  kFigureElement,
  kCaptionElement,
  kAsideElement,
  kCount,
};
inline constexpr int kNameClassCount = static_cast<int>(NameClass::kCount);

/// A set of name classes.
using NameSet = uint64_t;
constexpr NameSet SetOf(NameClass name) {
  return NameSet{1} << static_cast<unsigned>(name);
}
constexpr bool Has(NameSet set, NameClass name) {
  return (set & SetOf(name)) != 0;
}

/// The classes of the words in the value of a class, id, itemprop or role
/// attribute; words end at what is no letter and where camelCase turns.
NameSet PartNamesIn(std::string_view value);

/// True for names of text that only screen readers read out, or that shows
/// when a reader points at it.
bool NamesOffscreen(std::string_view value);

/// What an element says by itself.
NameSet NamesOf(html::Tag tag);

}  // namespace newsmill::extract::lexicon
