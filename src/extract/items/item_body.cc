#include "item_body.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "extract/body/outline.h"
#include "extract/metadata/page_images.h"
#include "extract/text/blocks.h"
#include "extract/text/characters.h"
#include "extract/text/size_limits.h"
#include "newsmill/base/ascii.h"
#include "wire_item.h"

namespace newsmill::extract::items {
namespace {

using body::Outline;
using body::OutlineElement;
using body::TextBlock;
using html::Tag;
using model::Markup;

/// Returns whether the block is a paragraph of the article, although it is in a
/// figure. The figure of a slide show also contains the text of the slide.
bool IsProseOfFigure(const html::Document& page, const OutlineElement& figure,
                     const TextBlock& block) {
  constexpr uint32_t kMaxCaptionWords = 30;
  if (!body::LooksLikeProse(block)) return false;
  return figure.prose_blocks > 1 ||
         (block.words > kMaxCaptionWords && block.ends_sentence) ||
         page.FirstDescendant(figure.node, Tag::kFigcaption) != html::kNoNode;
}

bool NamesCaption(const html::Document& page, const OutlineElement& element) {
  const std::string names =
      LowerAscii(page.ValueOr(element.node, html::Attr::kClass));
  return names.find("caption") != names.npos;
}

/// Returns whether the block is a caption. Returns false for a block in a table
/// or quotation of a figure, because its text belongs to the article.
bool IsCaption(const html::Document& page, const Outline& outline,
               const TextBlock& block) {
  if (!body::LooksLikeProse(block) &&
      NamesCaption(page, outline.elements[block.element])) {
    return true;
  }
  for (uint32_t i = block.element; i != 0; i = outline.elements[i].parent) {
    const OutlineElement& element = outline.elements[i];
    switch (element.tag) {
      case Tag::kFigcaption:
        return true;
      case Tag::kFigure:
        return !IsProseOfFigure(page, element, block);
      case Tag::kTable:
      case Tag::kBlockquote:
      case Tag::kPre:
        return false;
      default:
        break;
    }
  }
  return false;
}

ItemParagraph ParagraphOf(const Outline& outline, const TextBlock& block) {
  return {std::string(outline.TextOf(block)),
          block.link_words > 0 && block.link_words * 2 >= block.words};
}

std::vector<ItemParagraph> ParagraphsOf(const html::Document& page,
                                        const Outline& outline,
                                        Evidence& evidence) {
  std::vector<ItemParagraph> paragraphs;
  std::vector<ItemParagraph> captions;
  for (const TextBlock& block : outline.blocks) {
    const bool is_hidden = outline.elements[block.element].hidden;
    if (!is_hidden && !IsCaption(page, outline, block)) {
      paragraphs.push_back(ParagraphOf(outline, block));
      continue;
    }
    if (!is_hidden && body::LooksLikeProse(block)) {
      captions.push_back(ParagraphOf(outline, block));
    }
    evidence.Add(Field::kParagraphs, std::string(outline.TextOf(block)),
                 "content", is_hidden ? "hidden" : "a caption");
  }
  return paragraphs.empty() ? captions : paragraphs;
}

void ReadImages(const html::Document& page, const model::Document& document,
                ItemBody& body) {
  const html::NodeId root =
      page.body() == html::kNoNode ? page.html() : page.body();
  if (root == html::kNoNode) return;
  const std::string& base = document.feed.base_url;
  metadata::ReadImagesBelow(page, root, base.empty() ? document.url : base,
                            body.images);
}

/// Reads the pictures of the summary. Some feeds show the picture of an item
/// only in its description.
void ReadImagesOfSummary(const model::Document& document,
                         const Options& options, ItemBody& body) {
  const model::FeedItem& feed = document.feed;
  if (feed.summary_markup != Markup::kHtml ||
      feed.summary.find("<img") == std::string::npos) {
    return;
  }
  model::Document summary;
  summary.content = feed.summary;
  const auto page = text::ParseWithin(options, summary);
  if (page) ReadImages(*page, document, body);
}

std::expected<ItemBody, model::Rejection> ReadHtml(
    const model::Document& document, const Options& options,
    Evidence& evidence) {
  const auto page = text::ParseWithin(options, document);
  if (!page) return std::unexpected(page.error());
  const Outline outline = body::OutlineOf(
      *page, static_cast<size_t>(options.max_blocks), {.fallbacks = true});
  if (outline.cut) {
    return std::unexpected(text::TooManyBlocks(options, document));
  }
  ItemBody body;
  body.paragraphs = ParagraphsOf(*page, outline, evidence);
  ReadImages(*page, document, body);
  return body;
}

std::expected<ItemBody, model::Rejection> ReadLines(
    const model::Document& document, const Options& options) {
  auto read = text::LinesWithin(options, document);
  if (!read) return std::unexpected(std::move(read.error()));
  std::vector<text::Block> lines = *std::move(read);
  if (IsWire(document.kind)) lines = text::WithoutHardWraps(std::move(lines));
  ItemBody body;
  for (const text::Block& line : lines) {
    std::string text = text::Tidy(line.text);
    if (!text.empty()) body.paragraphs.push_back({std::move(text), false});
  }
  return body;
}

}  // namespace

std::expected<ItemBody, model::Rejection> ReadItemBody(
    const model::Document& document, const Options& options,
    Evidence& evidence) {
  auto body = document.content_markup == Markup::kHtml
                  ? ReadHtml(document, options, evidence)
                  : ReadLines(document, options);
  if (body) ReadImagesOfSummary(document, options, *body);
  return body;
}

}  // namespace newsmill::extract::items
