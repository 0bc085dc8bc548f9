// Tells dates in the sentences and links of a text from its date lines.
#pragma once

#include <optional>
#include <string_view>

#include "extract/dates/date_style.h"
#include "newsmill/html/document.h"

namespace newsmill::extract::metadata {

/// Judges the places of dates on one page. References its arguments, which must
/// outlive it.
class DatePlaces {
 public:
  /// `headline` is kNoNode if the page has no headline.
  DatePlaces(const html::Document& page, html::NodeId headline,
             const dates::DateStyle& style, std::string_view language)
      : page_(page), headline_(headline), style_(style), language_(language) {}

  /// Returns why a date at `node` cannot be the article's date, or "". After
  /// the first paragraph of prose, a date without a label must be outside links
  /// in a line of details. Before it, the date must not be in a sentence or in
  /// brackets after a link.
  /// `line` is the text of the node if it is a text node, or "".
  std::string_view ObjectionTo(html::NodeId node, std::string_view line,
                               bool is_labelled);

 private:
  /// Returns whether the node is after the first paragraph of prose.
  bool IsAfterProse(html::NodeId node);
  std::string_view ObjectionToLabelled(html::NodeId node) const;

  const html::Document& page_;
  const html::NodeId headline_;
  const dates::DateStyle& style_;
  const std::string_view language_;
  std::optional<html::NodeId> prose_;  // kNoNode if there is none
};

}  // namespace newsmill::extract::metadata
