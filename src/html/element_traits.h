// Defines the properties of elements that tree construction uses. Each property
// is one bit.
#pragma once

#include <cstdint>

#include "newsmill/html/names.h"

namespace newsmill::html {

/// https://html.spec.whatwg.org/multipage/parsing.html#the-stack-of-open-elements
enum ElementTraits : uint16_t {
  kSpecial = 1 << 0,
  /// The standard has several scopes. A search for an open element in a scope
  /// stops at the first element with the trait of this scope. kEndsScope is the
  /// trait of the default scope.
  kEndsScope = 1 << 1,
  kEndsListItemScope = 1 << 2,
  kEndsButtonScope = 1 << 3,
  kEndsTableScope = 1 << 4,
  /// https://html.spec.whatwg.org/multipage/parsing.html#closing-elements-that-have-implied-end-tags
  kImpliedEnd = 1 << 5,
  kThoroughlyImpliedEnd = 1 << 6,
  /// The trait of table, tbody, tfoot, thead and tr. Content that is not
  /// allowed directly in these elements is moved before the table ("foster
  /// parenting").
  kFosters = 1 << 7,
  /// The following traits are for elements of SVG and MathML.
  kMathMlTextIntegrationPoint = 1 << 8,
  kHtmlIntegrationPoint = 1 << 9,
  kMathMlAnnotationXml = 1 << 10,
};

/// Returns the traits of an element in the HTML namespace.
uint16_t HtmlTraits(Tag tag);
/// Returns the traits of an element of SVG or MathML. `integrates_html` must be
/// true for an annotation-xml element whose `encoding` attribute names HTML.
uint16_t ForeignTraits(Namespace name_space, Tag tag, bool integrates_html);

}  // namespace newsmill::html
