#include "page_images.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <utility>

#include "extract/text/characters.h"
#include "extract/text/markup_text.h"
#include "newsmill/base/ascii.h"
#include "page_address.h"

namespace newsmill::extract::metadata {
namespace {

using html::Attr;
using html::kNoNode;
using html::NodeId;
using html::Tag;

constexpr size_t kMaxImages = 30;
// Maximum number of pictures that are read. Pages with more pictures usually
// repeat icons.
constexpr int kMaxLookedAt = 1'000;
constexpr size_t kMaxCaption = 1'000;
// Minimum width and height in pixels. Smaller pictures are icons, portraits and
// tracking pixels.
constexpr int kMinPixels = 120;

bool IsPicture(std::string_view url) {
  static constexpr std::array<std::string_view, 13> kNoPictures = {
      "logo",  "placeholder", "sprite", "icon",  "avatar", "pixel", "spacer",
      "blank", "gravatar",    "emoji",  "badge", "1x1",    ".svg"};
  const std::string folded = LowerAscii(url);
  const std::string_view path =
      std::string_view(folded).substr(0, folded.find_first_of("?#"));
  const size_t host = path.find("://");
  const size_t begin = host == path.npos ? 0 : path.find('/', host + 3);
  if (begin == path.npos) return false;
  return std::ranges::none_of(kNoPictures, [&](std::string_view word) {
    return path.find(word, begin) != path.npos;
  });
}

/// Returns the URL of the largest picture in a srcset attribute: "b.jpg" for
/// "a.jpg 320w, b.jpg 640w".
std::string_view LargestOf(std::string_view set) {
  std::string_view best;
  double best_size = -1;
  while (!set.empty()) {
    // An entry ends at a comma with a blank after it. A comma without a blank
    // may be part of a URL.
    size_t end = set.find(", ");
    if (end == set.npos) end = set.size();
    const std::string_view entry = TrimBlanks(set.substr(0, end));
    set.remove_prefix(std::min(end + 2, set.size()));
    const size_t blank = entry.find(' ');
    const std::string_view size =
        blank == entry.npos ? "" : TrimBlanks(entry.substr(blank));
    double value = 0;
    std::from_chars(size.data(), size.data() + size.size(), value);
    if (value <= best_size) continue;
    best_size = value;
    best = entry.substr(0, blank);
  }
  return best;
}

std::string SourceOf(const html::Document& page, NodeId image,
                     std::string_view base) {
  for (const Attr attr : {Attr::kDataSrc, Attr::kSrc}) {
    std::string url = AbsoluteUrl(page.ValueOr(image, attr), base);
    if (!url.empty() && IsPicture(url)) return url;
  }
  for (const Attr attr : {Attr::kDataSrcset, Attr::kSrcset}) {
    std::string url = AbsoluteUrl(LargestOf(page.ValueOr(image, attr)), base);
    if (!url.empty()) return url;
  }
  return "";
}

bool IsSmall(const html::Document& page, NodeId image) {
  for (const Attr attr : {Attr::kWidth, Attr::kHeight}) {
    const std::string value(page.ValueOr(image, attr));
    char* end = nullptr;
    const long pixels = std::strtol(value.c_str(), &end, 10);
    if (end != value.c_str() && *end != '%' && pixels > 0 &&
        pixels < kMinPixels) {
      return true;
    }
  }
  return false;
}

NodeId FigureAround(const html::Document& page, NodeId node, NodeId root) {
  for (int up = 0; up < 6 && node != kNoNode && node != root; ++up) {
    if (page.Is(node, Tag::kFigure)) return node;
    node = page.parent(node);
  }
  return kNoNode;
}

bool NamesCredit(std::string_view names) {
  const std::string folded = LowerAscii(names);
  return folded.find("credit") != folded.npos ||
         folded.find("copyright") != folded.npos ||
         folded.find("photographer") != folded.npos;
}

/// Sets the caption and the credit of the image from the text of the figure.
/// Removes the credit from the caption.
void ReadCaption(const html::Document& page, NodeId figure,
                 model::Image& image) {
  const NodeId caption = page.FirstDescendant(figure, Tag::kFigcaption);
  if (caption == kNoNode) return;
  image.caption = TextBelow(page, caption, kMaxCaption);
  for (const NodeId node : page.Descendants(caption)) {
    if (!page.IsElement(node) ||
        !NamesCredit(page.ValueOr(node, Attr::kClass))) {
      continue;
    }
    image.credit = TextBelow(page, node, 200);
    const size_t at = image.caption.rfind(image.credit);
    if (at != std::string::npos && !image.credit.empty()) {
      image.caption = text::Tidy(image.caption.erase(at, image.credit.size()));
    }
    return;
  }
}

void Add(model::Image image, std::string origin, ImageCandidate::Place place,
         std::vector<ImageCandidate>& images) {
  if (image.url.empty()) return;
  ImageCandidate candidate;
  candidate.value = std::move(image.url);
  candidate.origin = std::move(origin);
  candidate.place = place;
  candidate.caption = std::move(image.caption);
  candidate.credit = std::move(image.credit);
  images.push_back(std::move(candidate));
}

/// Returns the URL without scheme and query. The URLs of different formats and
/// sizes of a picture often differ only in these parts.
std::string_view PictureKey(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme != url.npos) url.remove_prefix(scheme);
  return url.substr(0, url.find_first_of("?#"));
}

auto FindKnown(const ImageCandidate& image, std::vector<model::Image>& images) {
  return std::ranges::find(
      images, PictureKey(image.value),
      [](const model::Image& each) { return PictureKey(each.url); });
}

constexpr std::string_view kKnown = "already taken";

/// Returns why the image is not chosen, or "" if the image is chosen.
std::string_view Objection(const ImageCandidate& image,
                           std::vector<model::Image>& images) {
  using enum ImageCandidate::Place;
  if (image.place == kMeta && !images.empty())
    return "another image is the lead image";
  if (images.size() == kMaxImages) return "more than 30 images";
  // In linked data, a further image without a caption is another format of the
  // first image.
  if (image.place == kLinkedData && !images.empty() && image.caption.empty()) {
    return "another format of the first image";
  }
  if (image.place != kStated && !IsPicture(image.value)) {
    return "named like a logo or an icon";
  }
  return FindKnown(image, images) == images.end() ? "" : kKnown;
}

/// Adds the caption and the credit of `image` to the same image in `images` if
/// that image has none. `widths` are the stated widths of the images. If
/// `image` is a wider copy, its URL is taken.
void Complete(ImageCandidate& image, std::vector<model::Image>& images,
              std::vector<int32_t>& widths) {
  const auto found = FindKnown(image, images);
  model::Image& known = *found;
  int32_t& width = widths[static_cast<size_t>(found - images.begin())];
  if (image.width > width && width > 0) {
    width = image.width;
    known.url = image.value;
  }
  if (known.caption.empty()) known.caption = std::move(image.caption);
  if (known.credit.empty()) known.credit = std::move(image.credit);
}

}  // namespace

void ReadImages(const PageScan& scan, const LinkedData& data,
                std::string_view base, std::vector<ImageCandidate>& images) {
  using enum ImageCandidate::Place;
  const std::string caption = scan.metas.First(MetaKey::kImageAlt);
  for (const MetaTag& tag : scan.metas.All(MetaKey::kImage)) {
    Add({AbsoluteUrl(text::PlainText(tag.content), base), caption, ""},
        "meta " + std::string(tag.name->name), kMeta, images);
  }
  for (const LdFacts& node : data.nodes) {
    if (!node.is_article) continue;
    for (const LdImage& image : node.images) {
      Add({AbsoluteUrl(image.url, base), image.caption, image.credit},
          "json-ld image", kLinkedData, images);
    }
  }
}

void ReadImagesBelow(const html::Document& page, NodeId root,
                     std::string_view base,
                     std::vector<ImageCandidate>& images) {
  int looked_at = 0;
  for (const NodeId node : page.Descendants(root)) {
    if (!page.Is(node, Tag::kImg) || IsSmall(page, node)) continue;
    if (++looked_at > kMaxLookedAt) return;
    model::Image image;
    image.url = SourceOf(page, node, base);
    const NodeId figure = FigureAround(page, node, root);
    if (figure != kNoNode) ReadCaption(page, figure, image);
    Add(std::move(image), "img element", ImageCandidate::Place::kElement,
        images);
  }
}

std::vector<model::Image> ChooseImages(
    std::vector<ImageCandidate>& candidates) {
  std::vector<model::Image> images;
  std::vector<int32_t> widths;
  for (ImageCandidate& each : candidates) {
    each.verdict = Objection(each, images);
    each.taken = each.IsOpen();
    if (each.taken) {
      each.verdict = "a picture of the article";
      images.push_back({each.value, each.caption, each.credit});
      widths.push_back(each.width);
    } else if (each.verdict == kKnown) {
      Complete(each, images, widths);
    }
  }
  return images;
}

}  // namespace newsmill::extract::metadata
