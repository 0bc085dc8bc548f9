// The properties of elements that tree construction needs. Each property is a
// bit.
#pragma once

#include <cstdint>

#include "newsmill/html/names.h"

namespace newsmill::html {

/// https://html.spec.whatwg.org/multipage/parsing.html#the-stack-of-open-elements
enum ElementTraits : uint16_t {
  kSpecial = 1 << 0,
  /// The element ends the search for an element in a scope: default scope, list
  /// item scope, button scope, table scope.
  kEndsScope = 1 << 1,
  kEndsListItemScope = 1 << 2,
  kEndsButtonScope = 1 << 3,
  kEndsTableScope = 1 << 4,
  /// https://html.spec.whatwg.org/multipage/parsing.html#closing-elements-that-have-implied-end-tags
  kImpliedEnd = 1 << 5,
  kThoroughlyImpliedEnd = 1 << 6,
  /// table, tbody, tfoot, thead, tr: content at a wrong place in these elements
  /// is moved before the table ("foster parenting").
  kFosters = 1 << 7,
  /// The following traits are for foreign elements.
  kMathMlTextIntegrationPoint = 1 << 8,
  kHtmlIntegrationPoint = 1 << 9,
  kMathMlAnnotationXml = 1 << 10,
};

/// Returns the traits of an element in the HTML namespace.
uint16_t HtmlTraits(Tag tag);
/// Returns the traits of an element in another namespace. `integrates_html` is
/// true for an annotation-xml element with an HTML encoding.
uint16_t ForeignTraits(Namespace name_space, Tag tag, bool integrates_html);

}  // namespace newsmill::html
