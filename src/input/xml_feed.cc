// Reads RSS and Atom. Each open element has a role, which depends on the role
// of its parent:
//
//   root ─ channel ─ item ─ field        text is captured until its end
//     │       │       ├─── person            names are read until its end
//     │       │       ├─── source ─ person, title
//     │       │       ├─── image ─ url
//     │       │       └─── media ─ caption, credit
//     └ item  └ field, person            anything else is ignored, with its
//                                        content
#include <algorithm>
#include <charconv>
#include <utility>

#include "feed.h"
#include "feed_entry.h"
#include "feed_fields.h"
#include "feed_limits.h"
#include "feed_names.h"
#include "feed_person.h"
#include "feed_text.h"
#include "newsmill/base/ascii.h"
#include "newsmill/base/url_reference.h"
#include "read_xml.h"
#include "xml_parser.h"

namespace newsmill::input {
namespace {

using model::Reason;
using model::Rejection;

enum class Role : uint8_t {
  kRoot,
  kChannel,
  kItem,
  kField,
  kPerson,
  kSource,
  kImage,
  kMedia,
  kIgnored,
};

/// An open element with the values that its children inherit.
struct Frame {
  Role role = Role::kIgnored;
  FeedPlace place;
};

bool LooksLikeImage(std::string_view type, std::string_view medium,
                    std::string_view url) {
  if (StartsWithIgnoringCase(type, "image/") || medium == "image") return true;
  if (!type.empty() || !medium.empty()) return false;
  const std::string path = LowerAscii(url.substr(0, url.find_first_of("?#")));
  for (const std::string_view end :
       {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"}) {
    if (path.ends_with(end)) return true;
  }
  return false;
}

/// Returns the width of a picture in pixels, or 0 if it is not stated.
int32_t WidthIn(const XmlAttributes& attributes) {
  const std::string_view text = TrimBlanks(AttributeOf(attributes, "width"));
  int32_t width = 0;
  std::from_chars(text.data(), text.data() + text.size(), width);
  return std::max(width, 0);
}

/// Returns whether the text of a guid is a link. It is a link if it is a URL,
/// unless an attribute says something else.
Permalink PermalinkOf(const XmlAttributes& attributes) {
  const std::string_view stated =
      TrimBlanks(AttributeOf(attributes, "ispermalink"));
  if (EqualsIgnoringCase(stated, "true")) return Permalink::kYes;
  return EqualsIgnoringCase(stated, "false") ? Permalink::kNo
                                             : Permalink::kIfUrl;
}

class FeedReader : public XmlHandler {
 public:
  FeedReader(std::string_view base_url, const Options& options)
      : options_(options), entry_(options.max_names) {
    defaults_.fetched_url = base_url;
    frames_.emplace_back();
  }

  void StartElement(const XmlName& name,
                    const XmlAttributes& attributes) override {
    Frame frame;
    frame.place =
        PlaceWithin(Parent().place, attributes, defaults_.fetched_url);
    if (person_) {
      person_->Start(name.local);
      frame.role = Role::kPerson;
    } else if (field_) {
      if (field_->meaning.field == Field::kCategory) AddCategory(attributes);
      field_->capture.Start(name, attributes);
      frame.role = Role::kField;
    } else {
      frame.role = RoleOf(name, attributes, frame);
    }
    frames_.push_back(std::move(frame));
  }

  void EndElement() override {
    const Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (frame.role == Role::kField) {
      const bool within = frames_.back().role == Role::kField;
      if (within) {
        field_->capture.End();
      } else {
        FinishField(frame);
      }
    } else if (frame.role == Role::kItem) {
      too_many_names_ = too_many_names_ || entry_.HasTooManyNames();
      feed_.entries.push_back(
          entry_.Build(frame.place.base_url, frame.place.language));
      entry_ = EntryBuilder(options_.max_names);
    } else if (frame.role == Role::kImage) {
      AddImageText(frame);
    } else if (frame.role == Role::kPerson) {
      if (frames_.back().role == Role::kPerson) {
        person_->End();
      } else {
        FinishPerson();
      }
    }
  }

  void Text(std::string_view text) override {
    if (person_) {
      person_->Text(text);
    } else if (field_) {
      field_->capture.Text(text);
    } else if (Parent().role == Role::kImage) {
      image_text_ += text;
    }
  }

  std::optional<Rejection> Refusal() const override {
    if (items_ > options_.max_items) return TooManyItems(options_);
    if (too_many_names_ || entry_.HasTooManyNames()) {
      return TooManyNames(options_);
    }
    return std::nullopt;
  }

  FeedResult Finish() {
    if (auto refusal = Refusal()) return std::unexpected(*std::move(refusal));
    if (feed_.entries.empty()) {
      return std::unexpected(
          Rejection{Reason::kEmptyFeed, "the feed has no items", ""});
    }
    if (auto refusal = AddDefaults(defaults_, options_, feed_)) {
      return std::unexpected(*std::move(refusal));
    }
    return std::move(feed_);
  }

 private:
  const Frame& Parent() const { return frames_.back(); }

  Vocabulary VocabularyHere(const XmlName& name) const {
    const Vocabulary vocabulary = VocabularyOf(name);
    const bool is_atom = feed_.kind == model::DocumentKind::kAtom;
    return is_atom && vocabulary == Vocabulary::kRss ? Vocabulary::kAtom
                                                     : vocabulary;
  }

  /// Returns the role of an element. If an item or a field begins with this
  /// element, opens the item or field.
  Role RoleOf(const XmlName& name, const XmlAttributes& attributes,
              Frame& frame) {
    if (frames_.size() == 1) return RootRole(name, attributes, frame);
    const Vocabulary vocabulary = VocabularyHere(name);
    switch (Parent().role) {
      case Role::kRoot:
      case Role::kChannel:
        return FeedChild(vocabulary, name, attributes, frame);
      case Role::kItem:
        return ItemChild(ItemMeaning(vocabulary, name.local), name, attributes,
                         frame);
      case Role::kMedia:
        return MediaChild(vocabulary, name, attributes, frame);
      case Role::kSource:
        return SourceChild(vocabulary, name, attributes);
      case Role::kImage:
        return EqualsIgnoringCase(name.local, "url") ? OpenImageUrl()
                                                     : Role::kIgnored;
      default:
        return Role::kIgnored;
    }
  }

  /// Returns the role of the root. It may be an entry alone (RFC 4287, section
  /// 2), or the channel of RSS 1.1.
  Role RootRole(const XmlName& name, const XmlAttributes& attributes,
                const Frame& frame) {
    const bool is_entry = EqualsIgnoringCase(name.local, "entry");
    if (is_entry || EqualsIgnoringCase(name.local, "feed")) {
      feed_.kind = model::DocumentKind::kAtom;
    } else if (!EqualsIgnoringCase(name.local, "channel")) {
      return Role::kRoot;
    }
    return is_entry ? StartItem(attributes, frame) : Role::kChannel;
  }

  Role FeedChild(Vocabulary vocabulary, const XmlName& name,
                 const XmlAttributes& attributes, const Frame& frame) {
    const bool core =
        vocabulary == Vocabulary::kRss || vocabulary == Vocabulary::kAtom;
    if (core && (EqualsIgnoringCase(name.local, "item") ||
                 EqualsIgnoringCase(name.local, "entry"))) {
      return StartItem(attributes, frame);
    }
    // RSS 1.1 has its items in an element of the channel.
    if (core && EqualsIgnoringCase(name.local, "items")) return Role::kRoot;
    if (core && EqualsIgnoringCase(name.local, "channel")) {
      return Role::kChannel;
    }
    if (Parent().role == Role::kRoot) return Role::kIgnored;
    const Meaning meaning = FeedMeaning(vocabulary, name.local);
    if (meaning.field == Field::kAtomLink) {
      ReadFeedLink(attributes, frame);
      return Role::kIgnored;
    }
    return Open(meaning, /*is_item=*/false, name, attributes);
  }

  /// Returns the role of an element inside the source element of an entry. The
  /// authors of the source are captured, because an entry without authors has
  /// the authors of its source (RFC 4287, section 4.2.1).
  Role SourceChild(Vocabulary vocabulary, const XmlName& name,
                   const XmlAttributes& attributes) {
    Meaning meaning = FeedMeaning(vocabulary, name.local);
    if (meaning.field == Field::kAuthor) {
      meaning.rank = kSourceAuthorRank;
    } else if (meaning.field == Field::kTitle) {
      meaning.field = Field::kSource;
    } else {
      return Role::kIgnored;
    }
    return Open(meaning, /*is_item=*/true, name, attributes);
  }

  Role StartItem(const XmlAttributes& attributes, const Frame& frame) {
    ++items_;
    for (const XmlAttribute& attribute : attributes) {
      if (attribute.name.local != "about") continue;
      entry_.Guid(3, std::string(attribute.value), /*may_be_link=*/false);
      entry_.Link(4, UrlIn(attribute.value, frame.place));
    }
    return Role::kItem;
  }

  /// Starts to capture the text of a field.
  Role Open(Meaning meaning, bool is_item, const XmlName& name,
            const XmlAttributes& attributes) {
    if (meaning.field == Field::kNone) return Role::kIgnored;
    if (meaning.field == Field::kAuthor) {
      person_.emplace();
      person_is_item_ = is_item;
      person_rank_ = meaning.rank;
      return Role::kPerson;
    }
    field_.emplace();
    field_->meaning = meaning;
    field_is_item_ = is_item;
    field_->type =
        TypeOf(VocabularyHere(name), meaning.field, name.local, attributes);
    field_->capture =
        MarkupCapture(field_->type.form == FeedTextType::Form::kHtml);
    field_->permalink = PermalinkOf(attributes);
    return Role::kField;
  }

  Role ItemChild(Meaning meaning, const XmlName& name,
                 const XmlAttributes& attributes, Frame& frame) {
    switch (meaning.field) {
      case Field::kAtomLink:
        return ReadAtomLink(name, attributes, frame);
      case Field::kEnclosure:
        AddImage(attributes, "url", frame);
        return Role::kIgnored;
      case Field::kImage:
        image_text_.clear();
        AddHref(attributes, frame);
        return Role::kImage;
      case Field::kThumbnail:
        AddThumbnail(attributes, frame);
        return Role::kIgnored;
      case Field::kMediaContent:
        frame.place.holds_image = AddImage(attributes, "url", frame);
        return Role::kMedia;
      case Field::kMediaGroup:
        group_width_ = 0;
        return Role::kMedia;
      case Field::kSourceFeed:
        return Role::kSource;
      case Field::kCategory:
        return OpenCategory(meaning, name, attributes);
      case Field::kLink:
        if (const auto href = AttributeOf(attributes, "href"); !href.empty()) {
          entry_.Link(meaning.rank + 1, UrlIn(href, frame.place));
        }
        return Open(meaning, /*is_item=*/true, name, attributes);
      default:
        return Open(meaning, /*is_item=*/true, name, attributes);
    }
  }

  /// Opens a category. In Atom, an attribute contains the name of the category.
  /// In RSS, the text of the element is the name.
  Role OpenCategory(Meaning meaning, const XmlName& name,
                    const XmlAttributes& attributes) {
    if (AddCategory(attributes)) meaning.rank = kNamedByAttributeRank;
    return Open(meaning, /*is_item=*/true, name, attributes);
  }

  /// Adds the category that the attributes name. Returns false if they name
  /// none.
  bool AddCategory(const XmlAttributes& attributes) {
    std::string_view term = AttributeOf(attributes, "label");
    if (term.empty()) term = AttributeOf(attributes, "term");
    // In elements of iTunes, the attribute `text` contains the name.
    if (term.empty()) term = AttributeOf(attributes, "text");
    term = TrimBlanks(term);
    entry_.Category(std::string(term));
    return !term.empty();
  }

  Role MediaChild(Vocabulary vocabulary, const XmlName& name,
                  const XmlAttributes& attributes, Frame& frame) {
    if (vocabulary != Vocabulary::kMedia) return Role::kIgnored;
    Meaning meaning = ItemMeaning(vocabulary, name.local);
    frame.place.holds_image = Parent().place.holds_image;
    if (!Parent().place.holds_image ||
        (meaning.field != Field::kSummary && meaning.field != Field::kTitle)) {
      return ItemChild(meaning, name, attributes, frame);
    }
    // Inside an image, the description is the caption of the image. If there is
    // no description, the title is the caption.
    meaning = {Field::kCaption, meaning.field == Field::kTitle ? 1 : 0};
    return Open(meaning, /*is_item=*/true, name, attributes);
  }

  Role OpenImageUrl() {
    field_.emplace();
    field_->meaning = {Field::kImage, 0};
    field_is_item_ = true;
    return Role::kField;
  }

  void AddHref(const XmlAttributes& attributes, const Frame& frame) {
    const std::string_view href = AttributeOf(attributes, "href");
    entry_.Image({UrlIn(href, frame.place), "", ""});
  }

  /// Adds the picture of an element whose text is the URL.
  void AddImageText(const Frame& frame) {
    const std::string_view url = TrimBlanks(image_text_);
    if (IsHttpUrl(url) || url.starts_with('/')) {
      entry_.Image({UrlIn(url, frame.place), "", ""});
    }
  }

  bool AddImage(const XmlAttributes& attributes, std::string_view key,
                const Frame& frame) {
    const std::string_view url = AttributeOf(attributes, key);
    if (url.empty() ||
        !LooksLikeImage(AttributeOf(attributes, "type"),
                        AttributeOf(attributes, "medium"), url)) {
      return false;
    }
    AddOfGroup({UrlIn(url, frame.place), "", "", WidthIn(attributes)});
    return true;
  }

  /// Adds a picture. A media:group contains one picture in several sizes, so
  /// the widest of them is kept.
  void AddOfGroup(model::FeedImage image) {
    const int32_t width = image.width;
    model::FeedImage* last = entry_.LastImage();
    const bool is_copy = Parent().role == Role::kMedia && width > 0 &&
                         last != nullptr && last->width > 0 &&
                         last->width == group_width_;
    if (is_copy && width <= group_width_) return;
    if (is_copy) {
      last->url = std::move(image.url);
      last->width = width;
    } else {
      entry_.Image(std::move(image));
    }
    group_width_ = width;
  }

  void AddThumbnail(const XmlAttributes& attributes, const Frame& frame) {
    entry_.Image({UrlIn(AttributeOf(attributes, "url"), frame.place), "", "",
                  WidthIn(attributes), /*is_thumbnail=*/true});
  }

  /// Reads a link of Atom (RFC 4287, section 4.2.7). The URL is in an
  /// attribute, but some feeds write it as text.
  Role ReadAtomLink(const XmlName& name, const XmlAttributes& attributes,
                    const Frame& frame) {
    const std::string rel = RelationOf(attributes);
    const std::string_view href = AttributeOf(attributes, "href");
    if (rel == "enclosure") {
      AddImage(attributes, "href", frame);
    } else if (rel == "alternate" && href.empty()) {
      return Open({Field::kLink, 2}, /*is_item=*/true, name, attributes);
    } else if (rel == "alternate") {
      const std::string_view type = AttributeOf(attributes, "type");
      const bool is_page = type.empty() || type == "text/html" ||
                           type == "application/xhtml+xml";
      entry_.Link(is_page ? 1 : 2, UrlIn(href, frame.place));
    }
    return Role::kIgnored;
  }

  void ReadFeedLink(const XmlAttributes& attributes, const Frame& frame) {
    const std::string rel = RelationOf(attributes);
    std::string& target = rel == "self" ? defaults_.url : defaults_.link;
    if ((rel == "self" || rel == "alternate") && target.empty()) {
      target = UrlIn(AttributeOf(attributes, "href"), frame.place);
    }
  }

  void FinishPerson() {
    for (std::string& name : person_->TakeNames()) {
      if (person_is_item_) {
        entry_.Author(person_rank_, std::move(name));
      } else {
        defaults_.authors.push_back(std::move(name));
      }
    }
    person_.reset();
  }

  void FinishField(const Frame& frame) {
    const ReadField field = std::move(*field_);
    field_.reset();
    if (field_is_item_) {
      SetItemField(field, frame.place, entry_);
    } else {
      SetFeedField(field, frame.place, defaults_);
    }
  }

  // This rank is worse than the ranks of the item's own authors.
  static constexpr int kSourceAuthorRank = 9;

  const Options& options_;
  Feed feed_;
  FeedDefaults defaults_;
  EntryBuilder entry_;
  std::vector<Frame> frames_;
  std::optional<ReadField> field_;       // the field that is being captured
  std::string image_text_;               // of the image element that is open
  bool field_is_item_ = false;           // false: it belongs to the feed
  std::optional<PersonCapture> person_;  // the authors being captured
  bool person_is_item_ = false;
  int person_rank_ = 0;
  int32_t items_ = 0;
  int32_t group_width_ = 0;  // width of the picture of the media:group
  bool too_many_names_ = false;
};

}  // namespace

FeedResult ReadXmlFeed(std::string text, std::string_view base_url,
                       const Options& options) {
  return ReadXml<FeedReader>(std::move(text), base_url, options);
}

}  // namespace newsmill::input
