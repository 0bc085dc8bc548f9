// Reads NewsML-G2 and NITF. Each open element has a role:
//
//   fields ─ fields ─ line              text is captured until its end
//     │        ├───── party ─ line      names of a provider, creator, subject
//     │        ├───── story ─ story …   the text, as HTML; pictures beside it
//     │        └───── attributes
//     └ item, reference                 anything else is ignored, with its
//                                       content
#include <algorithm>
#include <unordered_set>
#include <utility>

#include "encoded_text.h"
#include "feed.h"
#include "feed_entry.h"
#include "feed_fields.h"
#include "feed_limits.h"
#include "feed_text.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"
#include "read_xml.h"
#include "sniff.h"
#include "wire_fields.h"
#include "wire_names.h"
#include "wire_terms.h"
#include "xml_parser.h"

namespace newsmill::input {
namespace {

using model::Reason;
using model::Rejection;

enum class Role : uint8_t {
  kIgnored,
  kFields,
  kItem,
  kReference,
  kPackage,
  kLine,    // a field whose text is captured on one line
  kParty,   // a party, which contains names
  kInline,  // contains a story in NITF or in HTML
  kStory,   // part of a story, captured as HTML
  kNitfStory,
  kPicture,
};

struct Frame {
  Role role = Role::kIgnored;
  bool begins = false;  // true: capturing began with this element
  FeedPlace place;
  bool is_separated = false;  // true: a separator follows in the line
};

/// A field, and its text as far as the text has been captured.
struct Line {
  WireMeaning meaning;
  MarkupCapture capture;
};

/// Returns the primary language of a language tag: "en" for "en-GB".
std::string_view PrimaryOf(std::string_view language) {
  return language.substr(0, language.find('-'));
}

class WireReader : public XmlHandler {
 public:
  WireReader(std::string_view base_url, const Options& options)
      : options_(options), entry_(options.max_names) {
    feed_.kind = model::DocumentKind::kNewsml;
    feed_.is_one_document = true;
    frames_.push_back(
        {Role::kFields, false, {std::string(base_url), "", false}});
  }

  void StartElement(const XmlName& name,
                    const XmlAttributes& attributes) override {
    Frame frame;
    frame.place = PlaceWithin(Parent().place, attributes);
    Open(name, attributes, frame);
    frames_.push_back(std::move(frame));
  }

  void EndElement() override {
    const Frame frame = std::move(frames_.back());
    frames_.pop_back();
    switch (frame.role) {
      case Role::kItem:
      case Role::kReference:
        return FinishItem(frame);
      case Role::kPackage:
        package_.reset();
        TakeEntry();
        return;
      case Role::kLine:
        if (frame.begins) return FinishLine(frame);
        line_->capture.End();
        if (frame.is_separated) line_->capture.Text(" ");
        return;
      case Role::kParty:
        if (frame.begins) SetFromParty(std::exchange(party_, {}), entry_);
        return;
      case Role::kInline:
      case Role::kStory:
      case Role::kNitfStory:
        if (frame.begins) return FinishStory(frame);
        if (frame.role != Role::kInline) story_->End();
        return;
      default:
        return;
    }
  }

  void Text(std::string_view text) override {
    switch (Parent().role) {
      case Role::kLine:
        return line_->capture.Text(text);
      case Role::kStory:
      case Role::kNitfStory:
        return story_->Text(text);
      default:
        return;
    }
  }

  std::optional<Rejection> Refusal() const override {
    if (items_ > options_.max_items) return TooManyItems(options_);
    if (package_) {
      const model::FeedItem& item = package_->item;
      const size_t bytes = item.provider.size() + item.rights.size() +
                           item.feed_link.size() + item.language.size();
      if (auto refusal =
              TooMuchCopied(bytes, static_cast<size_t>(items_), options_)) {
        return refusal;
      }
    }
    if (too_many_names_ || entry_.HasTooManyNames()) {
      return TooManyNames(options_);
    }
    return std::nullopt;
  }

  FeedResult Finish() {
    if (auto refusal = Refusal()) return std::unexpected(*std::move(refusal));
    DropKnownReferences();
    if (feed_.entries.empty()) {
      return std::unexpected(
          Rejection{Reason::kEmptyFeed, "the package describes no items", ""});
    }
    return std::move(feed_);
  }

 private:
  const Frame& Parent() const { return frames_.back(); }

  void Open(const XmlName& name, const XmlAttributes& attributes,
            Frame& frame) {
    switch (Parent().role) {
      case Role::kFields:
      case Role::kItem:
      case Role::kReference:
      case Role::kPackage:
        return OpenField(name, attributes, frame);
      case Role::kLine:
        return OpenInLine(name, attributes, frame);
      case Role::kParty:
        return OpenInParty(name, frame);
      case Role::kInline:
        return OpenInline(name, attributes, frame);
      case Role::kStory:
        frame.role = Role::kStory;
        return story_->Start(name, attributes);
      case Role::kNitfStory:
        return OpenNitf(name, attributes, frame);
      case Role::kPicture:
        return OpenInPicture(name, attributes, frame);
      case Role::kIgnored:
        return;
    }
  }

  void OpenField(const XmlName& name, const XmlAttributes& attributes,
                 Frame& frame) {
    const WireMeaning meaning = WireMeaningOf(name.local);
    switch (meaning.field) {
      case WireField::kNone:
        return;
      case WireField::kItem:
      case WireField::kReference:
        return OpenItem(meaning.field, attributes, frame);
      case WireField::kOtherItem:
        if (in_item_) return;
        OpenItem(WireField::kItem, attributes, frame);
        entry_.NotAnArticle("not text but " + LowerAscii(name.local));
        return;
      case WireField::kSection:
      case WireField::kPackage:
      case WireField::kNitf:
      case WireField::kDocument:
        return OpenSection(meaning.field, name, attributes, frame);
      case WireField::kProvider:
      case WireField::kCreator:
      case WireField::kSource:
      case WireField::kSubject:
        return OpenParty(meaning, attributes, frame);
      case WireField::kInlineMarkup:
      case WireField::kInlineText:
      case WireField::kBody:
        return OpenStory(meaning, attributes, frame);
      default:
        if (!SetFromAttributes(meaning, attributes, entry_)) {
          OpenLine(meaning, attributes, frame);
        }
    }
  }

  void OpenItem(WireField field, const XmlAttributes& attributes,
                Frame& frame) {
    if (in_item_) return;
    in_item_ = true;
    const bool is_reference = field == WireField::kReference;
    if (is_reference && !package_) package_ = entry_.Build("", "");
    TakeEntry();
    ++items_;
    frame.role = is_reference ? Role::kReference : Role::kItem;
    const std::string guid(TrimBlanks(
        AttributeOf(attributes, is_reference ? "residref" : "guid")));
    entry_.Guid(0, guid, /*may_be_link=*/true);
    entry_.ProviderLink(3, UrlOfAuthority(guid));
    entry_.Link(0, UrlIn(AttributeOf(attributes, "href"), frame.place));
  }

  /// Opens an element that contains fields. Such an element may also be the
  /// root, because some producers send a part of a document alone.
  void OpenSection(WireField field, const XmlName& name,
                   const XmlAttributes& attributes, Frame& frame) {
    frame.role = Role::kFields;
    const bool is_root = frames_.size() == 1;
    if (field == WireField::kDocument) {
      entry_.NotAnArticle(
          WhyWithdrawn(AttributeOf(attributes, "management-status")));
    }
    if (field == WireField::kNitf && is_root) {
      feed_.kind = model::DocumentKind::kNitf;
    }
    const bool is_package = field == WireField::kPackage ||
                            EqualsIgnoringCase(name.local, "groupset");
    if (is_package && !in_item_ && Parent().role != Role::kPackage) {
      frame.role = Role::kPackage;
    }
    if (is_root &&
        (is_package || EqualsIgnoringCase(name.local, "newsmessage"))) {
      feed_.is_one_document = false;
    } else if (is_root) {
      OpenItem(WireField::kItem, attributes, frame);
    }
  }

  void OpenLine(WireMeaning meaning, const XmlAttributes& attributes,
                Frame& frame) {
    const std::string_view role = AttributeOf(attributes, "role");
    if (meaning.field == WireField::kHeadline && IsSubtitleRole(role)) {
      meaning.field = WireField::kHeadline2;
    } else if (meaning.field == WireField::kHeadline && !IsMainRole(role)) {
      meaning.rank = std::max(meaning.rank, kShortHeadline);
    }
    line_.emplace();
    line_->meaning = meaning;
    frame.role = Role::kLine;
    frame.begins = true;
  }

  /// Opens an element inside a line. Ignores `byttl`, the title of the author
  /// in NITF's byline, because it is not part of the name. Also ignores
  /// `frac-sep`, because SeparatorOf gives the slash of a fraction.
  void OpenInLine(const XmlName& name, const XmlAttributes& attributes,
                  Frame& frame) {
    if (EqualsIgnoringCase(name.local, "byttl") || name.local == "frac-sep") {
      return;
    }
    frame.role = Role::kLine;
    const std::string_view separator = SeparatorOf(name.local);
    frame.is_separated = separator == " ";
    line_->capture.Text(separator);
    line_->capture.Start(name, attributes);
  }

  void OpenParty(const WireMeaning& meaning, const XmlAttributes& attributes,
                 Frame& frame) {
    frame.role = Role::kParty;
    frame.begins = true;
    party_ = {meaning,
              WireIdOf(attributes),
              CodeOf(AttributeOf(attributes, "type")) == "organisation",
              {}};
  }

  void OpenInParty(const XmlName& name, Frame& frame) {
    if (EqualsIgnoringCase(name.local, "name")) {
      line_.emplace();
      frame.role = Role::kLine;
      frame.begins = true;
    } else if (EqualsIgnoringCase(name.local, "mainconcept")) {
      frame.role = Role::kParty;
    }
  }

  void OpenStory(const WireMeaning& meaning, const XmlAttributes& attributes,
                 Frame& frame) {
    frame.begins = true;
    frame.role = meaning.field == WireField::kBody         ? Role::kNitfStory
                 : meaning.field == WireField::kInlineText ? Role::kStory
                                                           : Role::kInline;
    const std::string type = LowerAscii(AttributeOf(attributes, "contenttype"));
    const std::string_view encoding = AttributeOf(attributes, "encoding");
    encoded_type_.reset();
    if (frame.role == Role::kStory && !encoding.empty()) {
      encoded_type_ = type;
      if (!IsBase64(encoding)) frame.role = Role::kIgnored;
    }
    story_is_html_ = type.find("html") != type.npos;
    story_.emplace(story_is_html_ && frame.role == Role::kStory);
  }

  void OpenInline(const XmlName& name, const XmlAttributes& attributes,
                  Frame& frame) {
    if (EqualsIgnoringCase(name.local, "nitf")) {
      frame.role = Role::kFields;
    } else if (IsHtmlName(name.local)) {
      frame.role = Role::kStory;
      if (!story_) story_.emplace();
      story_->Start(name, attributes);
    }
  }

  void OpenNitf(const XmlName& name, const XmlAttributes& attributes,
                Frame& frame) {
    const std::string_view html = HtmlNameOf(name.local);
    if (!html.empty()) {
      frame.role = Role::kNitfStory;
      if (name.local == "denom") story_->Text(SeparatorOf(name.local));
      story_->Start({"", "", html}, attributes);
    } else if (name.local == "media" &&
               AttributeOf(attributes, "media-type") == "image") {
      frame.role = Role::kPicture;
      pictures_ = false;
    }
  }

  void OpenInPicture(const XmlName& name, const XmlAttributes& attributes,
                     Frame& frame) {
    if (name.local == "media-reference" && !pictures_) {
      // Only the first media-reference is used. The other media-references are
      // the same picture in other sizes.
      const std::string url =
          UrlIn(AttributeOf(attributes, "source"), frame.place);
      entry_.Image({url, "", ""});
      pictures_ = !url.empty();
      return;
    }
    const bool is_caption = name.local == "media-caption";
    if (!pictures_ || (!is_caption && name.local != "media-producer")) return;
    line_.emplace();
    line_->meaning = {WireField::kNone, is_caption ? kCaption : kProducer};
    frame.role = Role::kLine;
    frame.begins = true;
  }

  void FinishLine(const Frame& frame) {
    const Line line = std::move(*line_);
    line_.reset();
    std::string text = LineOf(line.capture);
    if (Parent().role == Role::kParty) {
      const bool is_other =
          PrimaryOf(frame.place.language) != PrimaryOf(Parent().place.language);
      if (!text.empty()) party_.name.Offer(is_other ? 1 : 0, std::move(text));
    } else if (Parent().role == Role::kPicture) {
      FinishCaption(line.meaning.rank, std::move(text));
    } else {
      SetFromLine(line.meaning, std::move(text), frame.place.language, entry_);
    }
  }

  void FinishCaption(int rank, std::string text) {
    model::FeedImage* image = entry_.LastImage();
    if (image == nullptr) return;
    std::string& target = rank == kCaption ? image->caption : image->credit;
    if (target.empty()) target = std::move(text);
  }

  void FinishStory(const Frame& frame) {
    if (!story_ || frame.role == Role::kIgnored) return;
    if (encoded_type_) return FinishEncoded(frame);
    using Form = FeedTextType::Form;
    const FeedTextType type{frame.role != Role::kStory ? Form::kElements
                            : story_is_html_           ? Form::kHtml
                                                       : Form::kText};
    std::string text = TextIn(*story_, type);
    const auto markup = MarkupIn(*story_, type);
    story_.reset();
    const int rank = frame.role == Role::kStory ? 1 : 0;
    entry_.Content(rank, {std::move(text), markup, frame.place.base_url, ""});
  }

  /// Adds a story in base64. It is text, HTML, or a document in NITF.
  void FinishEncoded(const Frame& frame) {
    std::string text = TextInBase64(story_->text(), *encoded_type_);
    story_.reset();
    if (FormOf({}, text) == Form::kWire) {
      FeedResult read = ReadWireXml(std::move(text), "", options_);
      if (!read || read->entries.front().item.content_is_summary) return;
      FeedEntry& entry = read->entries.front();
      entry_.Content(0,
                     {std::move(entry.content), entry.content_markup, "", ""});
      return;
    }
    const auto markup = story_is_html_ || LooksLikeHtml(text)
                            ? model::Markup::kHtml
                            : model::Markup::kText;
    entry_.Content(1, {std::move(text), markup, frame.place.base_url, ""});
  }

  void FinishItem(const Frame& frame) {
    in_item_ = false;
    too_many_names_ = too_many_names_ || entry_.HasTooManyNames();
    entry_.Language(frame.place.language);  // the language of the item's fields
    FeedEntry entry = TakeEntry().Build(frame.place.base_url, "");
    if (frame.role == Role::kReference) {
      if (entry.content.empty()) return;
      AddPackage(entry.item);
      references_.push_back(feed_.entries.size());
    } else {
      guids_.insert(entry.item.guid);
    }
    feed_.entries.push_back(std::move(entry));
  }

  EntryBuilder TakeEntry() {
    return std::exchange(entry_, EntryBuilder(options_.max_names));
  }

  /// Copies fields of the package to an item, if the item does not contain
  /// these fields itself. The package refers to the item.
  void AddPackage(model::FeedItem& item) const {
    const model::FeedItem& package = package_->item;
    if (item.provider.empty()) item.provider = package.provider;
    if (item.feed_link.empty()) item.feed_link = package.feed_link;
    if (item.language.empty()) item.language = package.language;
    if (item.rights.empty()) item.rights = package.rights;
    if (item.not_an_article.empty()) {
      item.not_an_article = package.not_an_article;
    }
  }

  /// Drops references to items that are in the same message, and repeated
  /// references.
  void DropKnownReferences() {
    size_t at = 0;
    auto next = references_.begin();
    std::erase_if(feed_.entries, [&](const FeedEntry& entry) {
      if (next == references_.end() || *next != at++) return false;
      ++next;
      const std::string& guid = entry.item.guid;
      return !guid.empty() && !guids_.insert(guid).second;
    });
  }

  static constexpr int kShortHeadline = 2;  // a worse rank than NITF's headline
  static constexpr int kCaption = 0;
  static constexpr int kProducer = 1;

  const Options& options_;
  Feed feed_;
  EntryBuilder entry_;
  std::vector<Frame> frames_;
  std::optional<Line> line_;
  std::optional<MarkupCapture> story_;
  std::optional<std::string>
      encoded_type_;            // content type of a story in base64
  bool story_is_html_ = false;  // true: the element of the story declares HTML
  bool in_item_ = false;
  bool too_many_names_ = false;
  bool pictures_ = false;  // true: the current picture has a URL already
  WireParty party_;
  std::optional<FeedEntry> package_;
  std::unordered_set<std::string> guids_;
  std::vector<size_t> references_;  // indices in feed_.entries
  int32_t items_ = 0;
};

}  // namespace

FeedResult ReadWireXml(std::string text, std::string_view base_url,
                       const Options& options) {
  return ReadXml<WireReader>(std::move(text), base_url, options);
}

}  // namespace newsmill::input
