#include "size_limits.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "newsmill/html/parse.h"

namespace newsmill::extract::text {
namespace {

model::Rejection Beyond(std::string limit, const model::Document& document) {
  return {model::Reason::kLimit, std::move(limit), document.input_id};
}

}  // namespace

std::expected<html::Document, model::Rejection> ParseWithin(
    const Options& options, const model::Document& document) {
  html::Limits limits;
  limits.max_nodes = static_cast<uint32_t>(options.max_nodes);
  limits.max_attributes = static_cast<uint32_t>(options.max_attributes);
  html::Document page = html::Parse(document.content, limits);
  if (page.truncated()) {
    return std::unexpected(Beyond("the page has more than " +
                                      std::to_string(options.max_nodes) +
                                      " nodes (extract.max_nodes) or " +
                                      std::to_string(options.max_attributes) +
                                      " attributes (extract.max_attributes)",
                                  document));
  }
  return page;
}

std::expected<std::vector<Block>, model::Rejection> LinesWithin(
    const Options& options, const model::Document& document) {
  const auto most = static_cast<size_t>(options.max_lines);
  std::vector<Block> lines = LinesOf(document.content, most + 1);
  if (lines.size() > most) {
    return std::unexpected(Beyond("more than " + std::to_string(most) +
                                      " lines of text (extract.max_lines)",
                                  document));
  }
  return lines;
}

model::Rejection TooManyBlocks(const Options& options,
                               const model::Document& document) {
  return Beyond("the page has more than " + std::to_string(options.max_blocks) +
                    " blocks of text (extract.max_blocks)",
                document);
}

}  // namespace newsmill::extract::text
