// Distinguishes the date lines of a page from dates in sentences and links.
#pragma once

#include <optional>
#include <string_view>

#include "extract/dates/date_style.h"
#include "newsmill/html/document.h"

namespace newsmill::extract::metadata {

/// Decides from the position of a date on the page whether the date can be the
/// date of the article. Keeps references to the arguments of the constructor.
/// The arguments must outlive the object.
class DatePlaces {
 public:
  /// `headline` is kNoNode if the page has no headline.
  DatePlaces(const html::Document& page, html::NodeId headline,
             const dates::DateStyle& style, std::string_view language)
      : page_(page), headline_(headline), style_(style), language_(language) {}

  /// Returns why a date at `node` cannot be the date of the article, or "" if
  /// the date can be the date of the article. `line` is the text of `node` if
  /// `node` is a text node, or "".
  /// Before the first paragraph of prose, a date with a label is always
  /// accepted. A date without a label must not be in a sentence or in brackets
  /// after a link.
  /// After the start of this paragraph, a date with a label must not be in a
  /// list item about another work. A date without a label must be outside links
  /// and in a line of details (date_line.h).
  std::string_view ObjectionTo(html::NodeId node, std::string_view line,
                               bool is_labelled);

 private:
  /// Returns whether the node is after the start of the first paragraph of
  /// prose.
  bool IsAfterProse(html::NodeId node);
  /// Returns what ObjectionTo returns for a date with a label after the start
  /// of the first paragraph of prose.
  std::string_view ObjectionToLabelled(html::NodeId node) const;

  const html::Document& page_;
  const html::NodeId headline_;
  const dates::DateStyle& style_;
  const std::string_view language_;
  std::optional<html::NodeId> prose_;  // first prose; kNoNode if none
};

}  // namespace newsmill::extract::metadata
