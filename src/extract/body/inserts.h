// Finds inserts in the body that are no part of its text: charts, galleries of
// other stories, and lists of related articles with excerpts.
#pragma once

#include "choice.h"
#include "facts.h"
#include "newsmill/html/document.h"
#include "outline.h"

namespace newsmill::extract::body {

/// Removes these blocks from the body:
/// - the labels of a chart: several short lines in one figure, many of them
///   with a number, or several short lines with a position on a picture;
/// - a gallery with a heading of its own and captions between paragraphs;
/// - related articles: two or more alike items, each with a linked title and an
///   excerpt, in an element with a name such as "related", after a heading such
///   as "Related", or at the end with excerpts that end with "…".
/// Tables, lists, quotations and verse stay. Takes time linear in the number of
/// blocks and elements.
void DropInserts(const html::Document& page, const Outline& outline,
                 const PageFacts& facts, Choices& choices);

}  // namespace newsmill::extract::body
