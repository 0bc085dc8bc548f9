// Distinguishes the date lines of a page from dates in sentences and links.
#pragma once

#include <optional>
#include <string_view>

#include "extract/dates/date_style.h"
#include "newsmill/html/document.h"

namespace newsmill::extract::metadata {

/// Decides from the place of a date whether the date can be the date of the
/// article. Stores references to the arguments of the constructor, which must
/// outlive the object.
class DatePlaces {
 public:
  /// `headline` is kNoNode if the page has no headline.
  DatePlaces(const html::Document& page, html::NodeId headline,
             const dates::DateStyle& style, std::string_view language)
      : page_(page), headline_(headline), style_(style), language_(language) {}

  /// Returns why a date at `node` cannot be the date of the article, or "" if
  /// it can be that date. Before the first paragraph of prose, a date without a
  /// label must not be in a sentence or in brackets after a link. After the
  /// start of that paragraph, a date without a label must be outside links and
  /// in a line of details, and a date with a label must not be in a list item
  /// about another work. `line` is the text of the node if the node is a text
  /// node, or "".
  std::string_view ObjectionTo(html::NodeId node, std::string_view line,
                               bool is_labelled);

 private:
  /// Returns whether the node is after the start of the first paragraph of
  /// prose.
  bool IsAfterProse(html::NodeId node);
  /// Returns why a date with a label after the start of the prose cannot be the
  /// date of the article, or "".
  std::string_view ObjectionToLabelled(html::NodeId node) const;

  const html::Document& page_;
  const html::NodeId headline_;
  const dates::DateStyle& style_;
  const std::string_view language_;
  std::optional<html::NodeId> prose_;  // kNoNode: the page has no prose
};

}  // namespace newsmill::extract::metadata
